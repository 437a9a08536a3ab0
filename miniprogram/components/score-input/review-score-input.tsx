import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Hundredths, parsePoints, printPoints } from '#shared/scoring/points'
import { Chip } from '../chip/chip'
import { TextField } from '../text-field/text-field'

interface ReviewScoreInputProps {
  maximum: Hundredths
  /** The unit's 自评; null where it has none. */
  selfScore: Hundredths | null
  selfNotApplicable: boolean
  /** 按县总记录推算 where it can be given as it is; null where there is none. */
  figure: Hundredths | null
  /** What the reviewer has chosen so far. */
  score: Hundredths | null
  notApplicableAgreed: boolean
  /** 其他: what the caller found wrong with the typed score, e.g. the message of `checkDecision`. */
  problem?: string | null
  onScore: (score: Hundredths | null) => void
  onFigure: () => void
  onAgreeNotApplicable: () => void
}

/** 同意自评 · 满分 · 扣0.5 · 扣1 · 其他, each with the score it yields; 按记录 leads where there is one. Give it another `key` for another item. */
export function ReviewScoreInput(props: ReviewScoreInputProps) {
  const { maximum, selfScore, selfNotApplicable, figure, score, notApplicableAgreed } = props
  const chips = chipsFor(maximum, selfScore, figure)
  const [typing, setTyping] = useState(score !== null && !chips.some(chip => chip.score === score))
  // A page that opens upon a typed score brings no keyboard; 其他 does.
  const [isAsked, setAsked] = useState(false)
  // Two chips may yield one score: the one that was touched is the one that shows.
  const [touched, setTouched] = useState<string | null>(null)
  const fitting = typing ? [] : chips.filter(chip => chip.score === score)
  const chosen = fitting.find(chip => chip.id === touched) ?? fitting[0]
  const choose = (chip: ScoreChip) => {
    setTyping(false)
    setTouched(chip.id)
    if (chip.id === byRecord) props.onFigure()
    else props.onScore(chip.score)
  }
  return (
    <View>
      <View className="chips">
        {selfNotApplicable ? (
          <Chip id="review-agree" chosen={notApplicableAgreed} below="不涉及" onPress={props.onAgreeNotApplicable}>
            同意自评
          </Chip>
        ) : null}
        {chips.map(chip => (
          <Chip
            key={chip.id}
            id={chip.id}
            chosen={chip.id === chosen?.id}
            below={printPoints(chip.score)}
            onPress={() => choose(chip)}
          >
            {chip.text}
          </Chip>
        ))}
        <Chip
          id="review-type"
          chosen={typing}
          onPress={() => {
            setTyping(true)
            setAsked(true)
          }}
        >
          其他
        </Chip>
      </View>
      {typing ? (
        <View className="mt-2">
          <TextField
            id="review-typed"
            label={`部室评分，最高 ${printPoints(maximum)} 分`}
            kind="points"
            initial={score === null ? '' : printPoints(score)}
            focus={isAsked}
            maximum={8}
            problem={props.problem}
            onInput={text => props.onScore(parsePoints(text))}
          />
        </View>
      ) : null}
    </View>
  )
}

interface ScoreChip {
  id: string
  text: string
  score: Hundredths
}

const byRecord = 'review-by-record'

/** Where the self-score is the maximum, agreeing and 满分 are one chip. Beside a figure no other deduction is offered. */
function chipsFor(maximum: Hundredths, selfScore: Hundredths | null, figure: Hundredths | null): ScoreChip[] {
  const recorded = figure === null ? [] : [{ id: byRecord, text: '按记录', score: figure }]
  const agree = selfScore === null ? [] : [{ id: 'review-agree', text: '同意自评', score: selfScore }]
  const full = selfScore === maximum ? [] : [{ id: 'review-full', text: '满分', score: maximum }]
  const minus = (figure === null ? [50, 100] : [])
    .filter(deduction => deduction <= maximum)
    .map(deduction => ({
      id: `review-minus-${deduction}`,
      text: `扣${printPoints(deduction)}`,
      score: maximum - deduction,
    }))
  return [...recorded, ...agree, ...full, ...minus]
}
