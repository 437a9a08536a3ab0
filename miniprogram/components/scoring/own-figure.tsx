import { Text } from '@tarojs/components'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { Hundredths } from '#shared/scoring/points'
import { ScoreFigure } from '../score-figure/score-figure'

/** What I have given so far, or 没评. */
export function OwnFigure({ score, maximum }: { score: ReviewScore | null; maximum: Hundredths }) {
  if (!score || (score.score === null && !score.notApplicableAgreed))
    return (
      <Text id="own-figure" className="soft">
        没评
      </Text>
    )
  return (
    <ScoreFigure
      id="own-figure"
      size="large"
      score={score.score}
      notApplicable={score.notApplicableAgreed}
      maximum={maximum}
    />
  )
}
