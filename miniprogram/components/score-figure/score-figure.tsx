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
  const worded = empty || notApplicable
  return (
    <View className={worded ? `score ${size} worded` : `score ${size}`}>
      <Text id={id} className={empty ? 'score-none' : 'score-given'}>
        {figure}
      </Text>
      <Text className="score-maximum">/ {printPoints(maximum)}</Text>
    </View>
  )
}
