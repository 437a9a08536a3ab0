import * as v from 'valibot'
import type { Decision, DeductionReason, Instant, ReviewScore } from '../assessment/assessment'
import type { UnitState } from '../assessment/unit-state'
import type { RecordsOfUnit } from '../records/records-of-unit'
import type { Audience, DepartmentId, ItemId } from '../rubric/rubric'
import type { Hundredths } from '../scoring/points'
import type { Abilities } from './abilities'
import type {
  Coming,
  MaterialView,
  MaybeHeld,
  SelfScoreView,
  SignatureView,
  SupplementView,
  Verdict,
} from './assessment-contract'
import type { CycleView } from './cycle-contract'
import {
  cycleId,
  departmentId,
  instant,
  itemId,
  list,
  operationId,
  requiredText,
  revision,
  rubricVersionId,
  unitId,
} from './fields'
import { reviewScore } from './review-score'
import type { ScoreDoubtView } from './score-check-contract'
import type { SuggestionView } from './visit-contract'

/** `review.queue`: what my department has to score, by unit and by item. */
export const OpenQueue = v.strictObject({ cycleId, departmentId })
export type OpenQueue = v.InferOutput<typeof OpenQueue>
export interface ReviewQueue {
  cycle: CycleView
  departmentId: DepartmentId
  departmentName: string
  units: QueueUnit[]
  items: QueueItem[]
  abilities: Abilities
}
export interface QueueUnit {
  unitId: string
  name: string
  audience: Audience
  rubricVersionId: string
  state: UnitState
  submittedAt: Instant | null
  late: boolean
  /** Items of this unit that my department scores, how many have their 定分, how many my own draft. */
  items: number
  decided: number
  drafts: number
  /** 疑问 about my department's scores that nobody has answered. */
  doubts: number
}
export interface QueueItem {
  rubricVersionId: string
  audience: Audience
  itemId: ItemId
  number: number
  shortName: string
  points: Hundredths
  /** Units that have submitted, and how many of those have their 定分 of this item. */
  submitted: number
  decided: number
}

export type DecisionView = Omit<Decision, 'signature'> & MaybeHeld & { signature: SignatureView }
/** A reviewer's private draft: only its author ever receives it. */
export interface Draft extends ReviewScore {
  at: Instant
}

/** One item of one unit as the department sees it. */
export interface ReviewItem {
  itemId: ItemId
  self: SelfScoreView | null
  /** False for an item of a joint category that another department scores: read only. */
  mine: boolean
  decision: DecisionView | null
  draft: Draft | null
  supplement: SupplementView | null
  /** What visit groups suggest, for the department that scores the item; absent where there is nothing. */
  suggestions?: SuggestionView[]
  /** The unit's 疑问 about the score, for the department that scores the item; absent where it never had one. */
  doubt?: ScoreDoubtView
}

/** A 扣分说明 this department has used for this item, most used first, to be reused. */
export interface UsedPhrase extends DeductionReason {
  times: number
}

/**
 * `review.open`: one unit, the items of one department. The department's first opening is recorded: the unit can no longer
 * withdraw. The office only looks.
 */
export const OpenReview = v.strictObject({ cycleId, departmentId, unitId })
export type OpenReview = v.InferOutput<typeof OpenReview>
export interface Review {
  cycle: CycleView
  departmentId: DepartmentId
  departmentName: string
  unit: { unitId: string; name: string; audience: Audience }
  rubricVersionId: string
  state: UnitState
  submittedAt: Instant | null
  late: boolean
  items: ReviewItem[]
  materials: Record<string, MaterialView>
  /** By material, who else has handed in one of its files, or the unit itself in another year. Told to departments only. */
  sameFiles?: Record<string, SameFile[]>
  /** What the unit's phones are still sending of what it handed in. */
  coming: Coming
  /** How many pictures groups took at the unit; absent where none. They come by `visit.pictures`. */
  visitPictures?: number
  /** What the county holds of the unit: the same that the unit sees. */
  records: RecordsOfUnit
  /** Signed addresses of the thumbnails of the first 50 files, by storage id; further ones by `material.view`. */
  thumbnails: Record<string, string>
  phrases: Record<ItemId, UsedPhrase[]>
  abilities: Abilities
}

/** The same file was handed in elsewhere. */
export interface SameFile {
  unitName: string
  cycleId: string
}

/** `review.by-item`: one item down all units of its annex, in the county's order. */
export const OpenByItem = v.strictObject({ cycleId, departmentId, rubricVersionId, itemId })
export type OpenByItem = v.InferOutput<typeof OpenByItem>
export interface ByItem {
  cycle: CycleView
  departmentId: DepartmentId
  departmentName: string
  rubricVersionId: string
  itemId: ItemId
  units: ByItemUnit[]
  phrases: UsedPhrase[]
  /** 同样问题扣分不一: a phrase that was used with different points, with who got which. */
  unequal: { phrase: string; uses: { unitName: string; points: Hundredths }[] }[]
  abilities: Abilities
}
export interface ByItemUnit extends ReviewItem {
  unitId: string
  name: string
  state: UnitState
  late: boolean
  /** How many materials, and files, prove this item. */
  materials: number
  files: number
  /** What the item's rule and facts count, with sums in place of single entries. */
  records: Pick<RecordsOfUnit, 'records' | 'targets'>
}

/** `review.draft`: keeps what a reviewer has so far. Unfinished is fine: a draft is not checked by the rules of 定分. */
export const KeepDrafts = v.strictObject({
  cycleId,
  departmentId,
  drafts: list(v.strictObject({ unitId, itemId, ...reviewScore }), '草稿', 1, 100),
})
export type KeepDrafts = v.InferOutput<typeof KeepDrafts>
export interface KeptDrafts {
  keptAt: Instant
}

/** `review.decide`: 定分, any number of items of any number of units, each with its own verdict. */
export const DecisionChange = v.strictObject({
  operationId,
  unitId,
  itemId,
  revision,
  seenSelfRevision: revision,
  ...reviewScore,
})
export type DecisionChange = v.InferOutput<typeof DecisionChange>
export const DecideReviews = v.strictObject({ cycleId, departmentId, decisions: list(DecisionChange, '定分', 1, 100) })
export type DecideReviews = v.InferOutput<typeof DecideReviews>
export interface DecidedReviews {
  /** `current` of a stale one: what stands now, of both sides. */
  verdicts: (Verdict<{ self: SelfScoreView | null; decision: DecisionView | null }> & { unitId: string })[]
  /** The items as they now stand, by unit. */
  items: Record<string, Record<ItemId, Pick<ReviewItem, 'self' | 'decision'>>>
  states: Record<string, UnitState>
}

/** `review.return`: 请补充, one item, with a reason and until when. */
export const ReturnItem = v.strictObject({
  cycleId,
  departmentId,
  unitId,
  itemId,
  operationId,
  reason: requiredText('请补充什么', 200),
  until: instant('补交期限'),
})
export type ReturnItem = v.InferOutput<typeof ReturnItem>
export interface ReturnedItem {
  supplement: SupplementView
  state: UnitState
}
