import * as v from 'valibot'
import type {
  Assessment,
  DeductionReason,
  Instant,
  SelfScore,
  Summary,
  SupplementRequest,
} from '../assessment/assessment'
import type { UnitState } from '../assessment/unit-state'
import type { Problem } from '../errors/problems'
import { type Material, maximumMaterials, type StoredFile } from '../materials/material'
import type { RecordsOfUnit } from '../records/records-of-unit'
import type { Audience, DepartmentId, ItemId } from '../rubric/rubric'
import type { Hundredths } from '../scoring/points'
import type { Abilities } from './abilities'
import type { CycleView } from './cycle-contract'
import {
  bytes,
  cycleId,
  itemId,
  list,
  materialId,
  operationId,
  optionalText,
  revision,
  score,
  sha256,
  unitId,
} from './fields'
import type { ScoreDoubtView } from './score-check-contract'

/** A signature as others see it: a name, never an id. */
export interface SignatureView {
  name: string
  at: Instant
  fromPaper: boolean
}

/** Words that are held from others: their own side and the office read them, others read 「这段文字暂不显示」. */
export interface MaybeHeld {
  held?: true
}

export type SelfScoreView = Omit<SelfScore, 'signature'> & MaybeHeld & { signature: SignatureView }
/** 请补充, by a department or a 考核组, never by a person. */
export type SupplementView = Omit<SupplementRequest, 'askedBy'> & MaybeHeld

/** What a unit sees of a department's score once scores reach the units: never names or earlier values. */
export interface ReleasedScore extends MaybeHeld {
  departmentId: DepartmentId
  score: Hundredths | null
  notApplicableAgreed: boolean
  reasons: DeductionReason[]
  /** Why it is not what the county's records yield; absent where it is, or where no formula is written. */
  departure?: string
}

export interface SheetItem {
  self: SelfScoreView | null
  supplement: SupplementView | null
  released: ReleasedScore | null
  /** The unit's 疑问 about that score, also one that it took back; absent where it never had one. */
  doubt?: ScoreDoubtView
}

export type MaterialView = Omit<Material, 'signature' | 'bodyHash'> &
  MaybeHeld & {
    signature: SignatureView
    /** When the files of personal papers will be removed; absent where they are none. */
    purgeAt?: Instant
    /** 报送后补交: not part of what was handed in. */
    supplied: boolean
  }
export type { StoredFile }

/** What was announced with the sheet and has not arrived: files by material, and until when it belongs to the 报送. */
export interface Coming {
  files: Record<string, number>
  until: Instant
}

/** One unit's sheet as the unit and the office see it. Items without any entry are absent. */
export interface Sheet {
  cycle: CycleView
  unit: { unitId: string; name: string; audience: Audience }
  rubricVersionId: string
  state: UnitState
  stage: Assessment['stage']
  selfDueAt: Instant
  selfOpenUntil: Instant
  /** 展期 to `selfDueAt`. */
  extended?: true
  sentToChair: SignatureView | null
  sentBackNote: string | null
  submission: { signature: SignatureView; late: boolean } | null
  coming: Coming
  items: Record<ItemId, SheetItem>
  materials: Record<string, MaterialView>
  /** 县总记录 and 任务数: what the unit's own evaluator works with. */
  records: RecordsOfUnit
  /** The figures of the self-scores; departments' figures only once they reach the units. */
  summary: Pick<Summary, 'self' | 'supplementsOpen' | 'materials'> & { byDepartment: Summary['byDepartment'] | null }
  abilities: Abilities
}

export const OneAssessment = v.strictObject({ cycleId, unitId })
export type OneAssessment = v.InferOutput<typeof OneAssessment>

/** One item a year ago: what its maximum was, what the unit gave itself, and what it got as far as units may see it. */
export interface LastYearItem {
  points: Hundredths
  self: SelfScoreView | null
  released: ReleasedScore | null
}

/** `assessment.last-year`: by this year's item ids; an item that is new is not in it. `title` null: no year before. */
export interface LastYear {
  title: string | null
  items: Record<ItemId, LastYearItem>
}

export const SelfScoreChange = v.strictObject({
  operationId,
  itemId,
  /** The revision this change was made upon; 0 where the item was never saved. */
  revision,
  score,
  notApplicable: v.nullable(optionalText('不涉及的原因', 100)),
  remark: v.pipe(v.string('备注'), v.maxLength(2000, '备注')),
})
export type SelfScoreChange = v.InferOutput<typeof SelfScoreChange>

/** `assessment.save`: all pending changes of one sheet; each gets its own verdict. */
export const SaveAssessment = v.strictObject({ cycleId, unitId, changes: list(SelfScoreChange, '修改', 1, 50) })
export type SaveAssessment = v.InferOutput<typeof SaveAssessment>

/** What became of one change. `stale` carries the value that stands, so that a person can choose between the two. */
export type Verdict<Current> =
  | { kind: 'saved'; operationId: string; itemId: ItemId; revision: number }
  | { kind: 'stale'; operationId: string; itemId: ItemId; problem: Problem; current: Current }
  | { kind: 'refused'; operationId: string; itemId: ItemId; problem: Problem }

export interface SavedAssessment {
  verdicts: Verdict<SelfScoreView | null>[]
  /** The items named in the call as they now stand. */
  items: Record<ItemId, SheetItem>
  state: UnitState
  stage: Assessment['stage']
  summary: Sheet['summary']
  abilities: Abilities
}

/**
 * `assessment.submit`, `send-to-chair`: with what this phone still holds, which then may come after it. Bytes and sha-256
 * as they will be registered.
 */
export const HandIn = v.strictObject({
  cycleId,
  unitId,
  manifest: v.optional(
    list(
      v.strictObject({ materialId, files: list(v.strictObject({ bytes, sha256 }), '文件', 0, 20) }),
      '还在传的资料',
      0,
      maximumMaterials,
    ),
  ),
})
export type HandIn = v.InferInput<typeof HandIn>

/** `assessment.submit`, `send-to-chair`, `send-back`, `withdraw`, `supplement`: the sheet as it then stands. */
export const SendBack = v.strictObject({ cycleId, unitId, note: optionalText('退回说明', 200) })
export type SendBack = v.InferOutput<typeof SendBack>
/** `assessment.supplement` by the unit itself, `paper.supplement` by the office for what came on paper. */
export const AnswerSupplement = v.strictObject({ cycleId, unitId, itemId, operationId })
export type AnswerSupplement = v.InferOutput<typeof AnswerSupplement>
