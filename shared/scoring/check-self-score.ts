import { selfStep } from '../cycle/cycle'
import { type Problem, problem } from '../errors/problems'
import type { Item } from '../rubric/rubric'
import type { Hundredths } from './points'

/** Room for what a person dictates; longer belongs into a material. */
export const maximumRemark = 500

export interface SelfScoreDraft {
  score: Hundredths | null
  notApplicable: string | null
  remark: string
}

/**
 * Whether this 自评 may be saved. The phone asks before it shows 「已存手机」, the server before it writes: the same
 * function, so the same verdict. Nothing filled is allowed: a person may take a score back.
 */
export function checkSelfScore(item: Pick<Item, 'number' | 'points'>, draft: SelfScoreDraft): Problem | null {
  const { number } = item
  if (draft.remark.length > maximumRemark) return problem('remark.too-long', { number, maximum: maximumRemark })
  if (draft.notApplicable !== null) {
    if (draft.score !== null) return problem('self-score.two-answers', { number })
    return draft.notApplicable.trim() === '' ? problem('not-applicable.reason-missing', { number }) : null
  }
  if (draft.score === null) return null
  if (!Number.isInteger(draft.score)) return problem('self-score.not-a-number', { number })
  if (draft.score < 0) return problem('self-score.below-zero', { number })
  if (draft.score > item.points) return problem('self-score.above-maximum', { number, maximum: item.points })
  if (draft.score % selfStep !== 0) return problem('self-score.off-step', { number, step: selfStep })
  return null
}
