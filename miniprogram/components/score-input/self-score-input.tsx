import { View } from '@tarojs/components'
import { useState } from 'react'
import { selfStep } from '#shared/cycle/cycle'
import { problem } from '#shared/errors/problems'
import type { Item } from '#shared/rubric/rubric'
import { checkSelfScore } from '#shared/scoring/check-self-score'
import { type Hundredths, parsePoints, printPoints } from '#shared/scoring/points'
import { Chip } from '../chip/chip'
import { TextField } from '../text-field/text-field'

interface SelfScoreInputProps {
  item: Pick<Item, 'number' | 'points'>
  score: Hundredths | null
  notApplicable: boolean
  /** 按县总记录推算 where it can be given as it is; null where there is none. */
  figure: Hundredths | null
  /** A chip was touched. */
  onChoose: (score: Hundredths) => void
  /** Told at each keystroke that `checkSelfScore` allows; null when the typed score was wiped out. */
  onType: (score: Hundredths | null) => void
  /** Asks for the reason; nothing is chosen before there is one. */
  onNotApplicable: () => void
  /** The typed field was left: a good moment to keep what was typed. */
  onLeave?: () => void
}

/** 满分 · −0.5 · −1 · 不涉及 · 输入; 按记录 0.5 in front, in place of the deductions, where the records yield it. Give it another `key` for another item. */
export function SelfScoreInput(props: SelfScoreInputProps) {
  const { item, score, notApplicable, figure, onChoose, onNotApplicable } = props
  const steps = (figure === null ? [0, 50, 100] : [0]).filter(deduction => deduction < item.points)
  const onStep = score !== null && (score === figure || steps.some(deduction => score === item.points - deduction))
  const [typing, setTyping] = useState(score !== null && !onStep)
  // A page that opens upon a typed score brings no keyboard; 输入 does.
  const [isAsked, setAsked] = useState(false)
  const choose = (chosen: Hundredths) => {
    setTyping(false)
    onChoose(chosen)
  }
  return (
    <View>
      <View className="chips">
        {figure === null ? null : (
          <Chip id="score-by-record" double chosen={!typing && score === figure} onPress={() => choose(figure)}>
            {`按记录 ${printPoints(figure)}`}
          </Chip>
        )}
        {steps.map(deduction => (
          <Chip
            key={deduction}
            id={deduction === 0 ? 'score-full' : `score-minus-${deduction}`}
            chosen={!typing && score !== figure && score === item.points - deduction}
            onPress={() => choose(item.points - deduction)}
          >
            {deduction === 0 ? '满分' : printPoints(-deduction)}
          </Chip>
        ))}
        <Chip
          id="score-not-applicable"
          chosen={!typing && notApplicable}
          onPress={() => {
            setTyping(false)
            onNotApplicable()
          }}
        >
          不涉及
        </Chip>
        <Chip
          id="score-type"
          chosen={typing}
          onPress={() => {
            setTyping(true)
            setAsked(true)
          }}
        >
          输入
        </Chip>
      </View>
      {typing ? (
        <TypedScore item={item} score={score} focus={isAsked} onType={props.onType} onLeave={props.onLeave} />
      ) : null}
    </View>
  )
}

function TypedScore({ item, score, focus, onType, onLeave }: TypedScoreProps) {
  const [wrong, setWrong] = useState<string | null>(null)
  const read = (text: string) => {
    const typed = text.trim() === '' ? null : parsePoints(text)
    const unreadable = typed === null && text.trim() !== ''
    const found = unreadable
      ? problem('self-score.not-a-number', { number: item.number })
      : checkSelfScore(item, { score: typed, notApplicable: null, remark: '' })
    setWrong(found?.message ?? null)
    if (!found) onType(typed)
  }
  return (
    <View className="mt-2">
      <TextField
        id="score-typed"
        label="自评"
        placeholder={`0 到 ${printPoints(item.points)} 分，每步 ${printPoints(selfStep)} 分`}
        kind="points"
        initial={score === null ? '' : printPoints(score)}
        focus={focus}
        maximum={8}
        problem={wrong}
        onInput={read}
        onLeave={onLeave}
      />
    </View>
  )
}

type TypedScoreProps = Pick<SelfScoreInputProps, 'item' | 'score' | 'onType' | 'onLeave'> & { focus: boolean }
