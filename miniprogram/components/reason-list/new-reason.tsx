import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { DeductionReason } from '#shared/assessment/assessment'
import { type Hundredths, parsePoints, printPoints } from '#shared/scoring/points'
import { Button } from '../button/button'
import { TextField } from '../text-field/text-field'

interface NewReasonProps {
  /** What is still missing to the deduction. */
  initialPoints: Hundredths
  /** A phrase that was begun and left. */
  begun: string
  onBegun: (phrase: string) => void
  onAdd: (reason: DeductionReason) => void
}

/** A 扣分说明 that was never used before. */
export function NewReason({ initialPoints, begun, onBegun, onAdd }: NewReasonProps) {
  const [first] = useState(begun)
  const phrase = useRef(first)
  const points = useRef<Hundredths | null>(initialPoints)
  const [wrong, setWrong] = useState<string | null>(null)
  const add = () => {
    const written = phrase.current.trim()
    if (written === '') setWrong('请写扣分说明')
    else if (points.current === null || points.current <= 0) setWrong('请写扣几分')
    else onAdd({ phrase: written, points: points.current })
  }
  return (
    <View className="new-reason">
      <TextField
        id="reason-phrase"
        label="说明"
        initial={first}
        focus={first === ''}
        onInput={text => {
          phrase.current = text
          onBegun(text)
        }}
      />
      <View className="row gap-2 mt-2 top">
        <View className="grow">
          <TextField
            id="reason-points"
            label="扣"
            kind="points"
            initial={initialPoints > 0 ? printPoints(initialPoints) : ''}
            maximum={8}
            problem={wrong}
            onInput={text => {
              points.current = parsePoints(text)
            }}
          />
        </View>
        <Button id="reason-add" short onPress={add}>
          加上
        </Button>
      </View>
    </View>
  )
}
