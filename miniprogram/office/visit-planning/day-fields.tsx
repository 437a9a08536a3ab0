import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { VisitGroupList } from '#shared/contract/visit-contract'
import { Button } from '../../components/button/button'
import { Chip } from '../../components/chip/chip'
import { SearchField } from '../../components/search-field/search-field'
import { FieldProblem } from '../../components/text-field/field-problem'
import { TextField } from '../../components/text-field/text-field'
import { audiences } from '../progress/progress'
import { type DayDraft, toggled } from './group-draft'

interface DayFieldsProps {
  day: DayDraft
  units: VisitGroupList['units']
  /** Where a unit stands already, with this group or another: 考核一组 12月8日. */
  planned: ReadonlyMap<string, string>
  isOpen: boolean
  problem: string | undefined
  onChange: (day: DayDraft) => void
  onOpen: () => void
  onRemove: () => void
}

/** One day: when, and which units; the units to choose from are shown for one day at a time. */
export function DayFields({ day, units, planned, isOpen, problem, onChange, onOpen, onRemove }: DayFieldsProps) {
  const { key, unitIds } = day
  const [wanted, setWanted] = useState('')
  const chosen = units.filter(({ unitId }) => unitIds.includes(unitId))
  const shown = units.filter(({ name }) => name.includes(wanted.trim()))
  return (
    <View id={`day-${key}`} className="card">
      <View className="visit-day-head">
        <TextField
          id={`day-date-${key}`}
          label="日期"
          initial={day.day}
          placeholder="12月8日"
          maximum={20}
          onInput={written => onChange({ ...day, day: written })}
        />
        <Button id={`day-remove-${key}`} short light kind="quiet" onPress={onRemove}>
          删掉这一天
        </Button>
      </View>
      <FieldProblem text={problem} />
      <View className="between mt-2">
        <View id={`day-units-${key}`} className="grow">
          {chosen.length > 0 ? chosen.map(({ name }) => name).join('、') : <Text className="soft">还没有选单位</Text>}
          {chosen.length > 0 ? <Text className="soft">{`　${chosen.length}个`}</Text> : null}
        </View>
        {isOpen ? null : (
          <Button id={`day-open-${key}`} short light onPress={onOpen}>
            选单位
          </Button>
        )}
      </View>
      {isOpen ? (
        <View className="mt-2">
          <SearchField id={`day-search-${key}`} placeholder="找单位" onInput={setWanted} />
          {audiences.map(({ audience, name }) => {
            const own = shown.filter(unit => unit.audience === audience)
            return own.length > 0 ? (
              <View key={audience} className="mt-2">
                <View className="note soft">{name}</View>
                <View className="visit-choices mt-1">
                  {own.map(unit => (
                    <Chip
                      key={unit.unitId}
                      id={`day-${key}-${unit.unitId}`}
                      worded
                      chosen={unitIds.includes(unit.unitId)}
                      below={planned.get(unit.unitId)}
                      onPress={() => onChange({ ...day, unitIds: toggled(unitIds, unit.unitId) })}
                    >
                      {unit.name}
                    </Chip>
                  ))}
                </View>
              </View>
            ) : null
          })}
          {shown.length === 0 ? <View className="soft mt-2">没有这样的单位</View> : null}
        </View>
      ) : null}
    </View>
  )
}
