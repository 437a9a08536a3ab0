import { View } from '@tarojs/components'
import { EmptyState } from '../components/empty-state/empty-state'
import { Failed } from '../components/failed/failed'
import { Icon } from '../components/icon/icon'
import { Skeleton } from '../components/skeleton/skeleton'
import { scrolledByKeys } from '../platform/scrolled-by-keys'
import { DoubtList } from './doubt-list'
import { RecordImport } from './record-import'
import { RecordList } from './record-list'
import { RecordUnits } from './record-units'
import { UnitEntries } from './unit-entries'
import { type Keeper, useRecords } from './use-records'
import '../components/card/card.css'
import '../components/record-trail/record-trail.css'
import '../components/text-field/text-field.css'
import './records.css'

interface RecordsViewProps {
  keeper: Keeper
  /** Leads to 会议签到; with an id to that meeting. */
  onMeetings: (meetingId?: string) => void
}

/** 县总记录: what there is, one of it down all units, one unit's entries. On a phone one after the other. */
export function RecordsView({ keeper, onMeetings }: RecordsViewProps) {
  const work = useRecords(keeper)
  const { list, records, shown, record, importing, hasChosen, unitId } = work
  if (!list.output)
    return list.status === 'failed' ? <Failed problem={list.problem} onRetry={list.reload} /> : <Skeleton rows={4} />
  if (records.length === 0 && !list.output.meetings.mayKeep)
    return (
      <EmptyState id="records-none" icon="book" title="没有要您记的">
        今年的评分细则里，没有哪一项要用您这里的记录。
      </EmptyState>
    )
  const isImporting = importing.busy || importing.preview || importing.problem || importing.done
  const depth = isImporting || (hasChosen && unitId) ? 'entries' : hasChosen ? 'units' : 'list'
  return (
    <View id="records" className={`records at-${depth}`}>
      <RecordList work={work} onMeetings={() => onMeetings()} />
      <View className="records-shown">
        <View id="records-back" className="link records-back" onClick={work.leaveShown}>
          <Icon name="back" size="small" />
          县总记录
        </View>
        {shown?.kind === 'doubts' ? (
          <DoubtList
            keeper={keeper}
            work={work}
            onMeeting={entryId => onMeetings(entryId === null ? undefined : meetingOf(entryId))}
          />
        ) : (
          <RecordUnits work={work} />
        )}
      </View>
      {isImporting && record ? (
        <View {...scrolledByKeys} className="records-pane">
          <RecordImport record={record} importing={importing} />
        </View>
      ) : unitId ? (
        <UnitEntries keeper={keeper} work={work} />
      ) : (
        <View className="card records-pane records-hint soft">
          {shown?.kind === 'doubts' ? '点「更正」，在这里改那一条。' : '点一个单位，看它的每一条，也在这里记。'}
        </View>
      )}
    </View>
  )
}

/** The meeting of an entry that names a person at it. */
function meetingOf(entryId: string): string {
  return entryId.replace(/-p\d+$/, '')
}
