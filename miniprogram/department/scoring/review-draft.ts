import type { DeductionReason, ReviewScore, Seen } from '#shared/assessment/assessment'
import type { DecisionView, Draft } from '#shared/contract/review-contract'
import type { Problem } from '#shared/errors/problems'
import type { Item } from '#shared/rubric/rubric'
import { checkDecision, sumOfReasons } from '#shared/scoring/check-decision'
import { type Hundredths, printPoints } from '#shared/scoring/points'

/** Nothing said yet. */
export const emptyScore: ReviewScore = { score: null, notApplicableAgreed: false, reasons: [], seen: [], comment: '' }

/** The part of a draft or a 定分 that a reviewer writes, without when, who and which revision. */
export function scoreOf({ score, notApplicableAgreed, reasons, seen, comment }: ReviewScore): ReviewScore {
  return { score, notApplicableAgreed, reasons, seen, comment }
}

export function isEmptyScore(score: ReviewScore): boolean {
  return sameScore(score, emptyScore)
}

export function sameScore(one: ReviewScore, other: ReviewScore): boolean {
  return JSON.stringify(scoreOf(one)) === JSON.stringify(scoreOf(other))
}

/**
 * What a reviewer goes on with: the draft, else the 定分, else nothing. A draft that says what was decided, or that is
 * older than the 定分 (somebody decided since), is no draft any more.
 */
export function standingScore(item: { draft: Draft | null; decision: DecisionView | null }): {
  score: ReviewScore
  kind: 'draft' | 'decided' | 'empty'
} {
  const { draft, decision } = item
  const superseded = draft && decision && (draft.at <= decision.signature.at || sameScore(draft, decision))
  if (draft && !superseded && !(decision === null && isEmptyScore(draft)))
    return { score: scoreOf(draft), kind: 'draft' }
  if (decision) return { score: scoreOf(decision), kind: 'decided' }
  return { score: emptyScore, kind: 'empty' }
}

/**
 * Gives `score`. The only 扣分说明 follows the new gap, since the county mostly takes points off for one thing; several
 * keep their points and the sum line says what is missing. At the maximum there is nothing to explain.
 */
export function withScore(draft: ReviewScore, score: Hundredths | null, item: Pick<Item, 'points'>): ReviewScore {
  const gap = score === null ? null : item.points - score
  const [only, ...others] = draft.reasons
  let reasons = draft.reasons
  if (gap !== null && gap <= 0) reasons = []
  else if (gap !== null && only && others.length === 0) reasons = [{ ...only, points: gap }]
  return { ...draft, score, notApplicableAgreed: false, reasons }
}

/** 同意不涉及. */
export function withNotApplicable(draft: ReviewScore): ReviewScore {
  return { ...draft, score: null, notApplicableAgreed: true, reasons: [] }
}

/** Adds or takes away a 扣分说明. Before any score is given the reasons make it: scoring is by deduction. */
export function toggleReason(draft: ReviewScore, reason: DeductionReason, item: Pick<Item, 'points'>): ReviewScore {
  const has = draft.reasons.some(({ phrase }) => phrase === reason.phrase)
  const reasons = has ? draft.reasons.filter(({ phrase }) => phrase !== reason.phrase) : [...draft.reasons, reason]
  const madeByReasons = draft.score === null || draft.score === item.points - sumOfReasons(draft.reasons)
  const made = item.points - sumOfReasons(reasons)
  const score = madeByReasons && made >= 0 && made < item.points ? made : draft.score
  return { ...draft, notApplicableAgreed: false, reasons, score }
}

/** Changes the points of a chosen 扣分说明. */
export function withReasonPoints(draft: ReviewScore, phrase: string, points: Hundredths): ReviewScore {
  return {
    ...draft,
    reasons: draft.reasons.map(reason => (reason.phrase === phrase ? { phrase, points } : reason)),
  }
}

/** What a new 扣分说明 is worth unless the reviewer says otherwise: the rest of the gap, or one step. */
export function restOfGap(draft: ReviewScore, item: Pick<Item, 'points'>, step: Hundredths): Hundredths {
  if (draft.score === null) return step
  return Math.max(step, item.points - draft.score - sumOfReasons(draft.reasons))
}

export function toggleSeen(draft: ReviewScore, seen: Seen): ReviewScore {
  const has = draft.seen.includes(seen)
  return { ...draft, seen: has ? draft.seen.filter(kept => kept !== seen) : [...draft.seen, seen] }
}

/** The line beside 扣分说明: 「合计 −1，对上了」, 「合计 −0.5，还差 −0.5」; null where nothing was taken off. */
export function reasonSum(draft: ReviewScore, item: Pick<Item, 'points'>): { equal: boolean; words: string } | null {
  const sum = sumOfReasons(draft.reasons)
  const gap = draft.score === null ? 0 : item.points - draft.score
  if (gap === 0 && sum === 0) return null
  const total = `合计 ${printPoints(-sum)}`
  if (sum === gap) return { equal: true, words: `${total}，对上了` }
  const rest = sum < gap ? `还差 ${printPoints(sum - gap)}` : `多了 ${printPoints(gap - sum)}`
  return { equal: false, words: `${total}，${rest}` }
}

/** Whether this may become the 定分 as it stands: the rule of the server, asked before the button is pressed. */
export function decisionProblem(
  item: Pick<Item, 'number' | 'points'>,
  step: Hundredths,
  self: { notApplicable: string | null } | null,
  draft: ReviewScore,
): Problem | null {
  return checkDecision(item, step, self !== null && self.notApplicable !== null, draft)
}
