import { Text, View } from '@tarojs/components'
import type { VisitGroupList, VisitGroupView } from '#shared/contract/visit-contract'
import { noonOf, printWeekday } from '#shared/cycle/beijing-time'
import { Button } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'

interface GroupCardProps {
  group: VisitGroupView
  people: VisitGroupList['people']
  units: VisitGroupList['units']
  onChange: () => void
  onRemove: () => void
  /** 实地考核记录 of this unit is wanted. */
  onRecord: (unitId: string) => void
}

/** One 考核组: who, and which units on which day, each with its 实地考核记录 to take along on paper. */
export function GroupCard({ group, people, units, onChange, onRemove, onRecord }: GroupCardProps) {
  const { groupId, name, leaderId, memberIds, days } = group
  const nameOf = (memberId: string) => {
    const person = people.find(candidate => candidate.memberId === memberId)
    // Who has no post of the county today is still named in the plan, by what he is not.
    return person ? `${person.name}（${person.place}）` : '已离开县总的一人'
  }
  const others = memberIds.filter(memberId => memberId !== leaderId)
  return (
    <View id={`group-${groupId}`} className="card visit-group">
      <View className="between">
        <Text className="head">{name}</Text>
        <View className="row gap-2">
          <Button id={`change-${groupId}`} short light onPress={onChange}>
            修改
          </Button>
          <Button id={`remove-${groupId}`} short light kind="quiet" onPress={onRemove}>
            删掉
          </Button>
        </View>
      </View>
      <View className="visit-group-line">
        <Text className="soft">组长</Text>
        <Text>{nameOf(leaderId)}</Text>
      </View>
      <View className="visit-group-line">
        <Text className="soft">成员</Text>
        <Text>{others.length > 0 ? others.map(nameOf).join('、') : '没有别的成员'}</Text>
      </View>
      {days.map(({ date, unitIds }) => (
        <View key={date} className="visit-group-line visit-group-day">
          <Text className="firm">{printWeekday(noonOf(date))}</Text>
          <View>
            <View className="visit-group-units">
              {units
                .filter(({ unitId }) => unitIds.includes(unitId))
                .map(unit => (
                  <View
                    key={unit.unitId}
                    id={`record-${groupId}-${unit.unitId}`}
                    className="link quiet visit-group-unit"
                    onClick={() => onRecord(unit.unitId)}
                  >
                    <Icon name="printer" size="small" />
                    <Text>{unit.name}</Text>
                  </View>
                ))}
            </View>
          </View>
        </View>
      ))}
      {days.length === 0 ? <View className="soft mt-2">还没有日程</View> : null}
    </View>
  )
}
