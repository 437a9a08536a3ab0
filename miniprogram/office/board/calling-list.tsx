import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { Button } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'
import { printPhone } from '../../components/people/print-phone'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'

interface CallingListProps {
  units: readonly OverviewUnit[]
  /** The deadline has passed: 逾期; before it: 没报. */
  late: boolean
  /** Absent where the person may not. */
  onExtend?: () => void
}

/** Whom to call, with the chair's name and number; a phone calls at a touch. */
export function CallingList({ units, late, onExtend }: CallingListProps) {
  if (units.length === 0)
    return (
      <View {...scrolledByKeys} id="calling-list" className="card calling-list">
        <View className="calling-none row gap-2 done">
          <Icon name="check" />
          <Text>都报了</Text>
        </View>
      </View>
    )
  return (
    <View {...scrolledByKeys} id="calling-list" className="card calling-list">
      <View className="calling-head between gap-3">
        <View className="head">
          {late ? '逾期' : '没报'} {units.length}家
        </View>
        {onExtend ? (
          <Button id="extend" short light onPress={onExtend}>
            展期
          </Button>
        ) : null}
      </View>
      {units.map(unit => (
        <View key={unit.unitId} id={`calling-${unit.unitId}`} className="calling-row">
          <View className="firm">{unit.name}</View>
          <Chair chair={unit.chair} />
        </View>
      ))}
    </View>
  )
}

function Chair({ chair }: { chair: OverviewUnit['chair'] }) {
  if (!chair) return <View className="note soft">还没有主席，请先在「单位和人员」里邀请</View>
  const { name, phone } = chair
  if (phone === '') return <View className="note">{name}　没有留电话</View>
  // A person who gives up the call is not an error.
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone.replace(/\s/g, '') }).catch(() => {})
  return (
    <View className="note calling-number" onClick={call}>
      <Text className="calling-name">{name}</Text>
      <Text selectable>{printPhone(phone)}</Text>
    </View>
  )
}
