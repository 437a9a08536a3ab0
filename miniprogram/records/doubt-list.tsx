import { Text, View } from '@tarojs/components'
import type { KeptDoubt } from '#shared/contract/record-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { isAttendanceMeasure } from '#shared/records/meeting'
import { serverNow } from '../backend/ask'
import { EmptyState } from '../components/empty-state/empty-state'
import { Failed } from '../components/failed/failed'
import { HeldLine } from '../components/held-line/held-line'
import { Icon } from '../components/icon/icon'
import { Skeleton } from '../components/skeleton/skeleton'
import { ExplainDoubt } from './explain-doubt'
import { doubtInWords } from './record-words'
import type { Keeper, RecordsWork } from './use-records'

interface DoubtListProps {
  keeper: Keeper
  work: RecordsWork
  /** A meeting is corrected where it is kept. */
  onMeeting: (entryId: string | null) => void
}

/** What units say of the records, open ones first, each answered in place. */
export function DoubtList({ keeper, work, onMeeting }: DoubtListProps) {
  const { doubts, openDoubt } = work
  if (!doubts.output)
    return doubts.status === 'failed' ? (
      <Failed problem={doubts.problem} onRetry={doubts.reload} />
    ) : (
      <Skeleton rows={3} />
    )
  const told = doubts.output.doubts
  return (
    <View id="doubt-list" className="records-middle">
      <View className="head">有出入</View>
      {told.length === 0 ? (
        <EmptyState id="doubts-none" icon="check" title="没有单位说有出入">
          单位看到记录不对，会在这里告诉您一句。
        </EmptyState>
      ) : null}
      {told.map(doubt => (
        <DoubtCard
          key={doubt.doubtId}
          keeper={keeper}
          doubt={doubt}
          onCorrect={() => (isAttendanceMeasure(doubt.measure) ? onMeeting(doubt.entryId) : openDoubt(doubt))}
          onAnswered={work.reload}
        />
      ))}
    </View>
  )
}

interface DoubtCardProps {
  keeper: Keeper
  doubt: KeptDoubt
  onCorrect: () => void
  onAnswered: () => Promise<void>
}

function DoubtCard({ keeper, doubt, onCorrect, onAnswered }: DoubtCardProps) {
  const { answer, at, doubtId, entryId, text, unitName } = doubt
  return (
    <View id={`told-${doubtId}`} className="card records-told">
      <View className="between">
        <Text className="firm">{unitName}</Text>
        <View className={answer ? 'row gap-1 note soft' : 'row gap-1 note asked'}>
          <Icon name={answer ? 'check' : 'look'} size="small" />
          <Text>{answer ? (answer.kind === 'corrected' ? '已更正' : '已说明') : '没答复'}</Text>
        </View>
      </View>
      <View className="note soft">
        {doubtInWords(doubt)}　{printMoment(at, serverNow())}
      </View>
      <View className="mt-1">{text}</View>
      {answer ? (
        <View className="note soft mt-1">
          {answer.by} {printMoment(answer.at, serverNow())}：{answer.text}
          <HeldLine id={`answer-held-${doubtId}`} held={answer.held} words={answer.text} />
        </View>
      ) : (
        <View className="records-answer">
          <View id={`told-correct-${doubtId}`} className="link" onClick={onCorrect}>
            {entryId === null ? '去补记' : '更正'}
          </View>
          <ExplainDoubt keeper={keeper} doubtId={doubtId} onAnswered={onAnswered} />
        </View>
      )}
    </View>
  )
}
