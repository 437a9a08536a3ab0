import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { KeptRecord, RecordOfUnit } from '#shared/contract/record-contract'
import type { ShownEntry } from '#shared/records/records-of-unit'
import { ask } from '../backend/ask'
import { Button, PrimaryButton } from '../components/button/button'
import { EntryFields } from './entry-fields'
import { writtenOf } from './entry-form-fields'
import { yearOf } from './typed-values'
import type { Keeper } from './use-records'
import { useWrittenEntry } from './use-written-entry'

interface CorrectEntryProps {
  keeper: Keeper
  record: KeptRecord
  unitId: string
  entry: ShownEntry
  /** The 有出入 that it answers. */
  doubtId: string | null
  onCorrected: (now: RecordOfUnit) => Promise<void>
  /** Somebody else was faster: shows what stands now. */
  onStale: () => Promise<void>
  onLeave: () => void
}

/** Another value for one entry, or none: what stood there stays, struck through, with the reason. */
export function CorrectEntry(props: CorrectEntryProps) {
  const { keeper, record, unitId, entry, doubtId, onCorrected, onStale, onLeave } = props
  const { measure, unit } = record
  const { entryId, revision } = entry
  const work = useWrittenEntry({
    place: `record:${keeper.cycleId}:${measure}:${unitId}:${entryId}`,
    initial: writtenOf(entry),
    year: yearOf(keeper.cycleId),
    needsReason: true,
    async send({ value, reason, id }) {
      const change = { measure, unitId, entryId, operationId: id, revision, to: value, reason, doubtId }
      const asked = await ask('record.correct', { ...keeper, ...change })
      if (asked.ok) await onCorrected(asked.output)
      else if (asked.problem.code === 'record.stale') await onStale()
      return asked.ok ? null : asked.problem
    },
  })

  async function takeOut() {
    if (!work.hasReason()) return
    const { confirm } = await Taro.showModal({
      title: '取消这一条？',
      content: `${entry.what || record.name}不再计数。原来记的还在，划掉给单位看，写着您的原因。`,
      cancelText: '不取消',
      confirmText: '取消这条',
    })
    if (confirm) await work.takeOut()
  }

  return (
    <View id="correct-entry" className="entry-form">
      <View className="between">
        <View className="firm">{doubtId === null ? '更正这一条' : '更正，答复「有出入」'}</View>
        <View
          id="correct-leave"
          className="link quiet"
          onClick={() => {
            work.clear()
            onLeave()
          }}
        >
          不改了
        </View>
      </View>
      <EntryFields id="correct" unit={unit} work={work} withReason />
      <View className="row gap-3">
        <PrimaryButton id="correct-save" busy={work.isBusy} onPress={work.save}>
          {work.isBusy ? '正在更正' : '更正'}
        </PrimaryButton>
        <Button id="correct-take-out" light disabled={work.isBusy} onPress={takeOut}>
          取消这条
        </Button>
      </View>
    </View>
  )
}
