import type { DeductionReason, ReviewScore, Seen } from '#shared/assessment/assessment'
import type { UnitState } from '#shared/assessment/unit-state'
import type { DecisionView, Draft } from '#shared/contract/review-contract'
import type { Problem } from '#shared/errors/problems'
import type { Item } from '#shared/rubric/rubric'
import { checkDecision, departs, sumOfReasons } from '#shared/scoring/check-decision'
import { type Hundredths, printPoints } from '#shared/scoring/points'
import { evaluationOf, type HeldRecords } from '../record-trail/evaluation-of'

/** Nothing said yet. */
export const emptyScore: ReviewScore = { score: null, notApplicableAgreed: false, reasons: [], seen: [], comment: '' }

/** The part of a draft or a 定分 that a reviewer writes, without when, who and which revision. */
export function scoreOf({ score, notApplicableAgreed, reasons, departure, seen, comment }: ReviewScore): ReviewScore {
  return { score, notApplicableAgreed, reasons, ...(departure ? { departure } : {}), seen, comment }
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
  return scoreOf({ ...draft, score: null, notApplicableAgreed: true, reasons: [], departure: '' })
}

/** Why the score is not the county's figure: kept while it is not, `begun` taken up again, gone once it is. */
export function withDeparture(draft: ReviewScore, figure: Hundredths | null, begun: string): ReviewScore {
  return scoreOf({ ...draft, departure: departs(draft, figure) ? draft.departure || begun : '' })
}

/**
 * 按记录 0.5 by one touch: the score, and where no 扣分说明 was chosen, each deduction of the formula as one, in its own
 * words. It rests on the county's records, and says so.
 */
export function withFigure(draft: ReviewScore, item: Item, held: HeldRecords): ReviewScore {
  const { figure, trail } = evaluationOf(item, held)
  if (figure === null) return draft
  const scored = scoreOf({ ...withScore(draft, figure, item), departure: '' })
  const deductions = trail().flatMap(({ sentence, points }) =>
    points < 0 ? [{ phrase: sentence.split(/，| × /)[0] ?? sentence, points: -points }] : [],
  )
  const isWhole = sumOfReasons(deductions) === item.points - figure
  const reasons = draft.reasons.length === 0 && isWhole ? deductions : scored.reasons
  return { ...scored, reasons, seen: [...new Set<Seen>([...draft.seen, 'county-records'])] }
}

/** Other 扣分说明; the score stays, the sum line says what is missing. */
export function withReasons(draft: ReviewScore, reasons: DeductionReason[]): ReviewScore {
  return { ...draft, notApplicableAgreed: false, reasons }
}

/** 「2条，对上了」, 「还差 0.5」: the reasons in a few words; null where nothing was taken off. */
export function reasonsInShort(
  draft: ReviewScore,
  item: Pick<Item, 'points'>,
): { matches: boolean; words: string } | null {
  const gap = draft.score === null ? 0 : item.points - draft.score
  const sum = sumOfReasons(draft.reasons)
  if (gap === 0 && sum === 0) return null
  if (gap === sum) return { matches: true, words: `${draft.reasons.length}条，对上了` }
  return { matches: false, words: `${gap > sum ? '还差' : '多了'} ${printPoints(Math.abs(gap - sum))}` }
}

/** Whether this may become the 定分 as it stands: the rule of the server, asked before the button is pressed. */
export function decisionProblem(
  item: Pick<Item, 'number' | 'points'>,
  step: Hundredths,
  self: { notApplicable: string | null } | null,
  draft: ReviewScore,
  figure: Hundredths | null,
): Problem | null {
  return checkDecision(item, step, self !== null && self.notApplicable !== null, draft, figure)
}

const notYetSubmitted: readonly UnitState[] = ['not-started', 'filling', 'awaiting-chair']

/** Only a unit that has submitted can be scored. */
export function isOpenForReview(state: UnitState): boolean {
  return !notYetSubmitted.includes(state)
}

/** 「未完成发卡任务 −0.5，汇总表没有盖章 −0.5」 */
export function reasonsInWords(reasons: readonly DeductionReason[]): string {
  return reasons.map(({ phrase, points }) => `${phrase} ${printPoints(-points)}`).join('，')
}
