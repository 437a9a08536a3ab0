import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import type { ScoreCheck } from '../assessment/score-check'
import type { ScoreDoubt, ScoreDoubtAnswer } from '../assessment/score-doubt'
import type { UnitState } from '../assessment/unit-state'
import type { Audience, DepartmentId, ItemId } from '../rubric/rubric'
import type { Hundredths } from '../scoring/points'
import type { Abilities } from './abilities'
import type { MaybeHeld } from './assessment-contract'
import type { CycleView } from './cycle-contract'
import { cycleId, departmentId, itemId, operationId, optionalText, requiredText, revision, unitId } from './fields'
import type { ReviewItem } from './review-contract'
import { reviewScore } from './review-score'

/** 疑问 as both sides see it: by the unit, answered by the department, no person's name on either. */
export interface ScoreDoubtView extends Pick<ScoreDoubt, 'revision' | 'departmentId' | 'text' | 'state'>, MaybeHeld {
  at: Instant
  answer: (Pick<ScoreDoubtAnswer, 'kind' | 'text'> & MaybeHeld & { at: Instant }) | null
}

/** `score-check.confirm`: 「没有疑问」, of the whole sheet; `score-check.take-back` takes it back. */
export const ConfirmScores = v.strictObject({ cycleId, unitId, operationId })
export type ConfirmScores = v.InferOutput<typeof ConfirmScores>

/** `score-check.doubt`: 「这项请再看看」, with a reason. `revision`: of the item's earlier doubt, 0 where it never had one. */
export const RaiseScoreDoubt = v.strictObject({
  ...{ cycleId, unitId, itemId, operationId, revision },
  text: requiredText('疑问', 200),
})
export type RaiseScoreDoubt = v.InferOutput<typeof RaiseScoreDoubt>

/** `score-check.withdraw-doubt`: while nobody has answered it. */
export const WithdrawScoreDoubt = v.strictObject({ cycleId, unitId, itemId, operationId, revision })
export type WithdrawScoreDoubt = v.InferOutput<typeof WithdrawScoreDoubt>

/** `score-check.answer`: 维持 with words, or another 定分. `revision`: of the doubt as it was read. */
export const AnswerScoreDoubt = v.strictObject({
  ...{ cycleId, departmentId, unitId, itemId, operationId, revision },
  answer: v.variant('kind', [
    v.strictObject({ kind: v.literal('kept'), text: requiredText('答复', 200) }),
    v.strictObject({
      kind: v.literal('changed'),
      text: optionalText('答复', 200),
      decision: v.strictObject({ revision, seenSelfRevision: revision, ...reviewScore }),
    }),
  ]),
})
export type AnswerScoreDoubt = v.InferOutput<typeof AnswerScoreDoubt>
export interface AnsweredScoreDoubt {
  item: Pick<ReviewItem, 'self' | 'decision' | 'doubt'>
  state: UnitState
}

/** `score-check.list`: what every unit has said of its scores, in the county's order. */
export const ListScoreChecks = v.strictObject({ cycleId })
export type ListScoreChecks = v.InferOutput<typeof ListScoreChecks>
export interface ScoreCheckList {
  cycle: CycleView
  departments: { departmentId: DepartmentId; name: string }[]
  units: CheckingUnit[]
}
export interface CheckingUnit {
  unitId: string
  name: string
  audience: Audience
  chair: { name: string; phone: string } | null
  check: ScoreCheck
  /** The sum of the 定分; `complete` once every item has one. */
  score: { total: Hundredths; complete: boolean }
  /** In the order of the annex; those that the unit took back are not among them. */
  /** What may be written down for it from paper. */
  abilities: Abilities
  doubts: (ScoreDoubtView & { itemId: ItemId; number: number; shortName: string })[]
}
