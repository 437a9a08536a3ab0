import { Text, View } from '@tarojs/components'
import type { Hundredths } from '#shared/scoring/points'
import { printPoints } from '#shared/scoring/points'
import './score-figure.css'

interface ScoreFigureProps {
  id?: string
  /** Null while nothing is filled. */
  score: Hundredths | null
  notApplicable?: boolean
  maximum: Hundredths
  /** `large` is the figure of a card, `inline` one of a line. */
  size?: 'large' | 'inline'
}

/** A score with its maximum beside it: 4.5 / 5, 不涉及 / 5, 没填 / 5. */
export function ScoreFigure({ id, score, notApplicable, maximum, size = 'inline' }: ScoreFigureProps) {
  const empty = score === null && !notApplicable
  const figure = empty ? '没填' : notApplicable ? '不涉及' : printPoints(score ?? 0)
  // The state stands in one class, so that a keystroke changes two places and not three.
  const state = empty ? ' none' : notApplicable ? ' worded' : ''
  return (
    <View className={`score ${size}${state}`}>
      <Text id={id} className="score-given">
        {figure}
      </Text>
      <Text className="score-maximum">/ {printPoints(maximum)}</Text>
    </View>
  )
}
