import { View } from '@tarojs/components'
import type { KeptRecord } from '#shared/contract/record-contract'
import { ask } from '../backend/ask'
import { PrimaryButton } from '../components/button/button'
import { EntryFields } from './entry-fields'
import { blankEntry } from './entry-form-fields'
import { yearOf } from './typed-values'
import type { Keeper } from './use-records'
import { useWrittenEntry } from './use-written-entry'

interface NewEntryProps {
  keeper: Keeper
  record: KeptRecord
  unitId: string
  onSaved: () => Promise<void>
}

/** One more entry about the unit. */
export function NewEntry({ keeper, record, unitId, onSaved }: NewEntryProps) {
  const { measure, unit } = record
  const work = useWrittenEntry({
    place: `record:${keeper.cycleId}:${measure}:${unitId}:new`,
    initial: blankEntry,
    year: yearOf(keeper.cycleId),
    needsReason: false,
    async send({ value, id }) {
      if (!value) return null
      const entries = [{ entryId: id, unitId, ...value }]
      const asked = await ask('record.save', { ...keeper, measure, entries })
      if (!asked.ok) return asked.problem
      await onSaved()
      return null
    },
  })
  return (
    <View id="new-entry" className="entry-form">
      <View className="firm">再记一条</View>
      <EntryFields id="entry" unit={unit} work={work} withReason={false} />
      <View className="row">
        <PrimaryButton id="entry-save" busy={work.isBusy} onPress={work.save}>
          {work.isBusy ? '正在记' : '记上'}
        </PrimaryButton>
      </View>
    </View>
  )
}
