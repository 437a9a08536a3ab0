import type { ReviewScore } from '../assessment/assessment'
import { type Problem, problem } from '../errors/problems'
import type { Item } from '../rubric/rubric'
import type { Hundredths } from './points'

/**
 * Whether this may become the 定分. Below the maximum a department gives at least one 扣分说明, whose points sum to the
 * gap, and says what it rests on; a department agrees to 不涉及 only where the unit has said so. A score that is not what
 * a written formula yields says why.
 *
 * @param figure 按县总记录推算; null where no formula is written or a record is missing
 */
export function checkDecision(
  item: Pick<Item, 'number' | 'points'>,
  step: Hundredths,
  selfIsNotApplicable: boolean,
  decision: ReviewScore,
  figure: Hundredths | null,
): Problem | null {
  const { number, points } = item
  if (decision.notApplicableAgreed) {
    if (decision.score !== null) return problem('review-score.two-answers', { number })
    return selfIsNotApplicable ? null : problem('not-applicable.not-claimed', { number })
  }
  if (decision.score === null) return problem('review-score.missing', { number })
  if (!Number.isInteger(decision.score)) return problem('review-score.not-a-number', { number })
  if (decision.score < 0) return problem('review-score.below-zero', { number })
  if (decision.score > points) return problem('review-score.above-maximum', { number, maximum: points })
  if (decision.score % step !== 0) return problem('review-score.off-step', { number, step })
  if (decision.score < points) {
    if (decision.reasons.length === 0) return problem('deduction.reason-missing', { number })
    if (decision.seen.length === 0) return problem('seen.missing', { number })
  }
  if (decision.reasons.some(reason => reason.phrase.trim() === '')) return problem('deduction.phrase-empty', { number })
  const gap = points - decision.score
  const sum = sumOfReasons(decision.reasons)
  if (sum !== gap) return problem('deduction.sum-differs', { number, gap, sum })
  if (figure === null || decision.score === figure || decision.departure?.trim()) return null
  return problem('departure.missing', { number, figure })
}

/** Whether the score is another than the county's records yield by a written formula. */
export function departs({ score }: Pick<ReviewScore, 'score'>, figure: Hundredths | null): boolean {
  return figure !== null && score !== null && score !== figure
}

export function sumOfReasons(reasons: ReviewScore['reasons']): Hundredths {
  return reasons.reduce((sum, reason) => sum + reason.points, 0)
}
