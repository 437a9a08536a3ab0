import { Text, View } from '@tarojs/components'
import type { KeptComplaint } from '#shared/contract/complaint-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { ask, serverNow } from '../../backend/ask'
import { useBegunAnswer } from '../../backend/use-begun-answer'
import { Button } from '../../components/button/button'
import { TextField } from '../../components/text-field/text-field'

interface ComplaintCardProps {
  complaint: KeptComplaint
  onAnswered: () => Promise<void>
}

/** What somebody wrote, and the office's answer or the place for it. */
export function ComplaintCard({ complaint, onAnswered }: ComplaintCardProps) {
  const { complaintId, name, contact, at, text, isRisky, answer } = complaint
  const who = [name ?? '没有加入考核的人', contact].filter(Boolean).join('　')
  return (
    <View id={`complaint-${complaintId}`} className="card">
      <View className="between">
        <Text className="firm">{who}</Text>
        <Text className="note soft">{printMoment(at, serverNow())}</Text>
      </View>
      <View className="mt-1 inbox-words">{text}</View>
      {isRisky ? <View className="note asked mt-1">微信认为内容不妥，请核实。</View> : null}
      {answer ? (
        <View className="note soft mt-2 inbox-words">
          {answer.by} {printMoment(answer.at, serverNow())}：{answer.text}
        </View>
      ) : (
        <Answer complaintId={complaintId} onAnswered={onAnswered} />
      )}
    </View>
  )
}

function Answer({ complaintId, onAnswered }: { complaintId: string; onAnswered: () => Promise<void> }) {
  const { begun, isBusy, problem, type, press } = useBegunAnswer({
    place: `answer:${complaintId}`,
    empty: '请写一句答复',
    send: operation => ask('complaint.answer', { complaintId, ...operation }),
    onSent: onAnswered,
  })

  return (
    <View className="inbox-answer mt-2">
      <TextField
        id={`answer-text-${complaintId}`}
        initial={begun}
        placeholder="答复，写的人看得到"
        maximum={1000}
        problem={problem}
        onInput={type}
      />
      <Button id={`answer-${complaintId}`} short disabled={isBusy} onPress={press}>
        答复
      </Button>
    </View>
  )
}
