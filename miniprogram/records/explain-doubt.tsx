import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { ask } from '../backend/ask'
import { begunTexts } from '../backend/begun-texts'
import { Button } from '../components/button/button'
import { TextField } from '../components/text-field/text-field'
import { machineName } from '../platform/machine-name'
import { random } from '../platform/random'
import type { Keeper } from './use-records'

interface ExplainDoubtProps {
  keeper: Keeper
  doubtId: string
  onAnswered: () => Promise<void>
}

/** 说明: why the record is as it is. A correction answers by itself. */
export function ExplainDoubt({ keeper, doubtId, onAnswered }: ExplainDoubtProps) {
  const place = `explain:${keeper.cycleId}:${doubtId}`
  const [begun] = useState(() => begunTexts.read(place))
  const [isOpen, setOpen] = useState(begun !== '')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const text = useRef(begun)
  const sent = useRef<{ text: string; operationId: string } | null>(null)

  async function send() {
    const words = text.current.trim()
    if (words === '') return setProblem('请写一句说明')
    // Pressed again after an answer was lost, it is the same operation.
    const operation = sent.current?.text === words ? sent.current : { text: words, operationId: random.newId() }
    sent.current = operation
    setBusy(true)
    const asked = await ask('record.answer-doubt', { ...keeper, doubtId, ...operation })
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      return setProblem(isUnreached ? `没信号，没有答复。您写的在${machineName()}里。` : asked.problem.message)
    }
    begunTexts.keep(place, '')
    await onAnswered()
  }

  if (!isOpen)
    return (
      <View id={`explain-${doubtId}`} className="link" onClick={() => setOpen(true)}>
        说明
      </View>
    )
  return (
    <View className="explain">
      <TextField
        id={`explain-text-${doubtId}`}
        initial={begun}
        placeholder="为什么这样记，单位看得到"
        maximum={200}
        focus={begun === ''}
        problem={problem}
        onInput={written => {
          text.current = written
          begunTexts.keep(place, written)
        }}
        onEnter={send}
      />
      <Button id={`explain-send-${doubtId}`} short busy={isBusy} onPress={send}>
        {isBusy ? '正在送' : '答复'}
      </Button>
    </View>
  )
}
