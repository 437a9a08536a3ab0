import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { KeptComplaint } from '#shared/contract/complaint-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { ask, serverNow } from '../../backend/ask'
import { begunTexts } from '../../backend/begun-texts'
import { Button } from '../../components/button/button'
import { TextField } from '../../components/text-field/text-field'
import { machineName } from '../../platform/machine-name'
import { random } from '../../platform/random'

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
  const place = `answer:${complaintId}`
  const [begun] = useState(() => begunTexts.read(place))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const text = useRef(begun)
  const sent = useRef<{ text: string; operationId: string } | null>(null)

  async function send() {
    const words = text.current.trim()
    if (words === '') return setProblem('请写一句答复')
    // Pressed again after an answer was lost, it is the same operation.
    const operation = sent.current?.text === words ? sent.current : { text: words, operationId: random.newId() }
    sent.current = operation
    setBusy(true)
    const asked = await ask('complaint.answer', { complaintId, ...operation })
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      return setProblem(isUnreached ? `没信号，没有答复。您写的在${machineName()}里。` : asked.problem.message)
    }
    begunTexts.keep(place, '')
    await onAnswered()
  }

  return (
    <View className="inbox-answer mt-2">
      <TextField
        id={`answer-text-${complaintId}`}
        initial={begun}
        placeholder="答复，写的人看得到"
        maximum={1000}
        problem={problem}
        onInput={written => {
          text.current = written
          begunTexts.keep(place, written)
          setProblem(null)
        }}
      />
      <Button id={`answer-${complaintId}`} short disabled={isBusy} onPress={send}>
        答复
      </Button>
    </View>
  )
}
