import { View } from '@tarojs/components'
import { useState } from 'react'
import { ask } from '../backend/ask'
import { useBegunAnswer } from '../backend/use-begun-answer'
import { Button } from '../components/button/button'
import { TextField } from '../components/text-field/text-field'
import type { Keeper } from './use-records'

interface ExplainDoubtProps {
  keeper: Keeper
  doubtId: string
  onAnswered: () => Promise<void>
}

/** 说明: why the record is as it is. A correction answers by itself. */
export function ExplainDoubt({ keeper, doubtId, onAnswered }: ExplainDoubtProps) {
  const { begun, isBusy, problem, type, press } = useBegunAnswer({
    place: `explain:${keeper.cycleId}:${doubtId}`,
    empty: '请写一句说明',
    send: operation => ask('record.answer-doubt', { ...keeper, doubtId, ...operation }),
    onSent: onAnswered,
  })
  const [isOpen, setOpen] = useState(begun !== '')

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
        onInput={type}
        onEnter={press}
      />
      <Button id={`explain-send-${doubtId}`} short busy={isBusy} onPress={press}>
        {isBusy ? '正在送' : '答复'}
      </Button>
    </View>
  )
}
