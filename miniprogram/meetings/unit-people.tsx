import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { Button } from '../components/button/button'
import { RemarkField } from '../components/remark-field/remark-field'
import type { DraftUnit } from './meeting-draft'

interface UnitPeopleProps {
  unit: DraftUnit
  onPeople: (typed: string) => void
  onInvited: (invited: boolean) => void
  onClose: () => void
}

/** 应到人员 of one unit: typed apart by 、, or the unit taken off the list. */
export function UnitPeople({ unit, onPeople, onInvited, onClose }: UnitPeopleProps) {
  const typed = useRef<string | null>(null)
  const keep = () => {
    if (typed.current !== null) onPeople(typed.current)
    typed.current = null
  }
  return (
    <View id="unit-people" className="card">
      <View className="between">
        <Text className="firm">{unit.name}　应到人员</Text>
        <View
          id="people-close"
          className="link quiet"
          onClick={() => {
            keep()
            onClose()
          }}
        >
          好了
        </View>
      </View>
      <RemarkField
        key={unit.unitId}
        id="people-names"
        label="姓名"
        initial={unit.people.map(({ person }) => person).join('、')}
        placeholder="主席 王建国、委员 李红"
        onInput={text => {
          typed.current = text
        }}
        onLeave={keep}
      />
      <View className="note soft mt-1">一个人一个名字，用「、」隔开。</View>
      <View className="row mt-2">
        <Button id="unit-invited" short light onPress={() => onInvited(!unit.invited)}>
          {unit.invited ? '这个单位不参加' : '这个单位参加'}
        </Button>
      </View>
    </View>
  )
}
