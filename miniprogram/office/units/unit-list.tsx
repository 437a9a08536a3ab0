import { Picker, View } from '@tarojs/components'
import type { OverviewUnit } from '#shared/contract/office-contract'
import type { Audience } from '#shared/rubric/rubric'
import { Icon } from '../../components/icon/icon'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { audiences } from '../progress/progress'
import './unit-list.css'

interface UnitListProps {
  units: readonly OverviewUnit[]
  chosen: string | null
  onChoose: (unitId: string) => void
  /** Over the right-hand column: 得分. */
  heading: string
  /** What stands right of a name. */
  after: (unit: OverviewUnit) => { text: string; firm?: boolean }
}

/**
 * The county's units in their customary order: a column on a PC, a picker on a phone. Rows have the ids
 * `unit-<unitId>`, the picker has `unit-picker`.
 */
export function UnitList({ units, chosen, onChoose, heading, after }: UnitListProps) {
  const place = units.findIndex(unit => unit.unitId === chosen)
  const pick = (index: number) => {
    const unit = units[index]
    if (unit) onChoose(unit.unitId)
  }
  return (
    <View className="unit-list">
      <View className="only-phone">
        <Picker
          id="unit-picker"
          mode="selector"
          range={units.map(unit => unit.name)}
          value={Math.max(0, place)}
          onChange={event => pick(Number(event.detail.value))}
        >
          <View className="card unit-list-picked">
            <View className="grow firm">{units[place]?.name ?? '选单位'}</View>
            <Icon name="down" />
          </View>
        </Picker>
      </View>
      <View {...scrolledByKeys} className="card only-pc unit-list-column">
        {groupsOf(units).map(({ audience, name, members }) => (
          <View key={audience}>
            <View className="unit-list-head">
              <View className="firm">{name}</View>
              <View className="note soft">{heading}</View>
            </View>
            {members.map((unit, index) => {
              const { text, firm } = after(unit)
              return (
                <View
                  key={unit.unitId}
                  id={`unit-${unit.unitId}`}
                  className={unit.unitId === chosen ? 'unit-list-row chosen' : 'unit-list-row'}
                  onClick={() => onChoose(unit.unitId)}
                >
                  <View className="unit-list-number soft">{index + 1}</View>
                  <View className="grow">{unit.name}</View>
                  <View className={firm ? 'firm' : 'note soft'}>{text}</View>
                </View>
              )
            })}
          </View>
        ))}
      </View>
    </View>
  )
}

function groupsOf(units: readonly OverviewUnit[]): { audience: Audience; name: string; members: OverviewUnit[] }[] {
  return audiences
    .map(({ audience, name }) => ({ audience, name, members: units.filter(unit => unit.audience === audience) }))
    .filter(group => group.members.length > 0)
}
