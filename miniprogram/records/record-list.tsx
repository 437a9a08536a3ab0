import { Text, View } from '@tarojs/components'
import type { KeptRecord } from '#shared/contract/record-contract'
import { Icon } from '../components/icon/icon'
import { scrolledByKeys } from '../platform/scrolled-by-keys'
import { ItemsOfRecord } from './items-of-record'
import { recordedInWords } from './record-words'
import type { RecordsWork } from './use-records'

interface RecordListProps {
  work: RecordsWork
  onMeetings: () => void
}

/** What this keeper keeps, each with how much of it is there; first of all what units say of it. */
export function RecordList({ work, onMeetings }: RecordListProps) {
  const { list, records, shown, show, doubts } = work
  const { meetings, doubtsOpen = 0 } = list.output ?? {}
  const told = doubts.output?.doubts.length ?? 0
  return (
    <View {...scrolledByKeys} className="records-list card">
      {told > 0 || doubtsOpen > 0 ? (
        <View
          id="record-doubts"
          className={shown?.kind === 'doubts' ? 'records-row chosen' : 'records-row'}
          onClick={() => show({ kind: 'doubts' })}
        >
          <View className="between">
            <Text className={doubtsOpen > 0 ? 'firm' : ''}>有出入</Text>
            {doubtsOpen > 0 ? (
              <View className="row gap-1 asked">
                <Icon name="look" size="small" />
                <Text>{doubtsOpen}条没答复</Text>
              </View>
            ) : (
              <Text className="note soft">都答复了</Text>
            )}
          </View>
        </View>
      ) : null}
      {meetings?.mayKeep ? (
        <View id="record-meetings" className="records-row" onClick={onMeetings}>
          <View className="between">
            <Text>会议签到</Text>
            <View className="row gap-1 note soft">
              <Text>{meetings.count}次</Text>
              <Icon name="next" size="small" />
            </View>
          </View>
        </View>
      ) : null}
      {records.map(record => (
        <RecordRow
          key={record.measure}
          record={record}
          chosen={shown?.kind === 'record' && shown.measure === record.measure}
          onChoose={() => show({ kind: 'record', measure: record.measure })}
        />
      ))}
    </View>
  )
}

interface RecordRowProps {
  record: KeptRecord
  chosen: boolean
  onChoose: () => void
}

function RecordRow({ record, chosen, onChoose }: RecordRowProps) {
  return (
    <View id={`record-${record.measure}`} className={chosen ? 'records-row chosen' : 'records-row'} onClick={onChoose}>
      <View>{record.name}</View>
      <View className={record.units > 0 ? 'note' : 'note soft'}>{recordedInWords(record)}</View>
      <ItemsOfRecord record={record} />
    </View>
  )
}
