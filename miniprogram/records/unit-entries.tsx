import { Text, View } from '@tarojs/components'
import { printDay } from '#shared/cycle/beijing-time'
import type { ShownDoubt } from '#shared/records/records-of-unit'
import { Failed } from '../components/failed/failed'
import { HeldLine } from '../components/held-line/held-line'
import { Icon } from '../components/icon/icon'
import { Skeleton } from '../components/skeleton/skeleton'
import { scrolledByKeys } from '../platform/scrolled-by-keys'
import { CorrectEntry } from './correct-entry'
import { EntryLineView } from './entry-line-view'
import { ExplainDoubt } from './explain-doubt'
import { NewEntry } from './new-entry'
import { linesOf } from './record-words'
import type { Keeper, RecordsWork } from './use-records'

interface UnitEntriesProps {
  keeper: Keeper
  work: RecordsWork
}

/** Beside the record: everything it says of one unit, to be added to, corrected, taken out, explained. */
export function UnitEntries({ keeper, work }: UnitEntriesProps) {
  const { record, opened, unitId, ofUnit, correcting, correct, reload } = work
  const unit = opened.output?.units.find(one => one.unitId === unitId)
  if (!unitId || !record) return null
  const held = ofUnit.output
  const mayWrite = work.list.output?.abilities['record.save'] === true
  const entry = held?.entries.find(({ entryId }) => entryId === correcting?.entryId) ?? null
  return (
    <View {...scrolledByKeys} id="unit-entries" className="card records-pane">
      <View className="between">
        <View className="head">{unit?.name}</View>
        <View id="unit-leave" className="link quiet" onClick={work.leaveUnit}>
          关上
        </View>
      </View>
      <View className="note soft">{record.name}</View>
      {held === null ? (
        ofUnit.status === 'failed' ? (
          <Failed problem={ofUnit.problem} onRetry={ofUnit.reload} />
        ) : (
          <Skeleton rows={1} />
        )
      ) : (
        <>
          <View className="rule" />
          {held.entries.length === 0 ? <View className="soft">还没有记。</View> : null}
          {linesOf(record, held.entries).map(line => (
            <EntryLineView
              key={line.entryId}
              line={line}
              chosen={line.entryId === entry?.entryId}
              onCorrect={
                mayWrite && !line.isRemoved && line.entryId !== entry?.entryId
                  ? () => correct({ doubtId: doubtAbout(held.doubts, line.entryId), entryId: line.entryId })
                  : null
              }
            />
          ))}
          {held.doubts.map(doubt => (
            <DoubtAboutUnit key={doubt.doubtId} keeper={keeper} doubt={doubt} work={work} />
          ))}
          {mayWrite ? (
            entry ? (
              <CorrectEntry
                key={entry.entryId}
                keeper={keeper}
                record={record}
                unitId={unitId}
                entry={entry}
                doubtId={correcting?.doubtId ?? null}
                onCorrected={async now => {
                  ofUnit.replace(now)
                  correct(null)
                  await reload()
                }}
                onStale={ofUnit.reload}
                onLeave={() => correct(null)}
              />
            ) : (
              <NewEntry
                key={`${record.measure}:${unitId}`}
                keeper={keeper}
                record={record}
                unitId={unitId}
                onSaved={reload}
              />
            )
          ) : null}
        </>
      )}
    </View>
  )
}

/** The unanswered 有出入 about an entry, which its correction answers. */
function doubtAbout(doubts: readonly ShownDoubt[], entryId: string): string | null {
  return doubts.find(doubt => doubt.entryId === entryId && doubt.answer === null)?.doubtId ?? null
}

interface DoubtAboutUnitProps {
  keeper: Keeper
  doubt: ShownDoubt
  work: RecordsWork
}

function DoubtAboutUnit({ keeper, doubt, work }: DoubtAboutUnitProps) {
  const { answer } = doubt
  return (
    <View id={`doubt-${doubt.doubtId}`} className="records-doubt">
      <View className={answer ? 'row gap-2 note soft' : 'row gap-2 note asked'}>
        <Icon name={answer ? 'check' : 'look'} size="small" />
        <Text>单位 {printDay(doubt.at)}说有出入</Text>
      </View>
      <View>{doubt.text}</View>
      {answer ? (
        <View className="note soft">
          {answer.by} {printDay(answer.at)}
          {answer.kind === 'corrected' ? '更正' : '说明'}：{answer.text}
          <HeldLine id={`answer-held-${doubt.doubtId}`} held={answer.held} words={answer.text} />
        </View>
      ) : (
        <ExplainDoubt keeper={keeper} doubtId={doubt.doubtId} onAnswered={work.reload} />
      )}
    </View>
  )
}
