import type { Manifest } from '../materials/manifest'
import type { Material } from '../materials/material'
import type { DepartmentId, ItemId } from '../rubric/rubric'
import type { Hundredths } from '../scoring/points'
import type { Tally } from '../scoring/tally'
import type { ScoreDoubt } from './score-doubt'
import type { Instant, Signature } from './signature'
import type { VisitPicture } from './visit-picture'

export type { Instant, Signature }

/** 自评 of one item. Exactly one of `score` and `notApplicable` is set; both are null while it is not filled. */
export interface SelfScore {
  /** Counts the saved changes from 1; 0 stands for 「never saved」 and is never stored. */
  revision: number
  score: Hundredths | null
  /** The reason for 不涉及. */
  notApplicable: string | null
  remark: string
  signature: Signature
}

export interface DeductionReason {
  phrase: string
  points: Hundredths
}

/** What a 定分 rests on: 看了手机资料 · 看了原件 · 县总记录 · 平时掌握. */
export type Seen = 'phone-materials' | 'originals' | 'county-records' | 'own-knowledge'

/** What a reviewer says of one item, as a draft or as the 定分. */
export interface ReviewScore {
  /** Null exactly where the department agrees that the item is 不涉及. */
  score: Hundredths | null
  notApplicableAgreed: boolean
  reasons: DeductionReason[]
  /** The 扣分说明 that says why the score is not the figure of a written formula; only where it is not. */
  departure?: string
  seen: Seen[]
  comment: string
}

/** 定分: a department's decided score of one item. */
export interface Decision extends ReviewScore {
  revision: number
  /** The revision of the self-score that was decided upon; 0 where there was none. */
  seenSelfRevision: number
  signature: Signature
}

/** 请补充: a department asks for something to be supplied for an item it has received. */
export interface SupplementRequest {
  departmentId: DepartmentId
  reason: string
  until: Instant
  at: Instant
  /** The 考核组 that asked on its visit; absent where the department asked. */
  groupName?: string
  /** The member who wrote it, in whose name WeChat is asked; no view shows it. */
  askedBy?: string
  /** Set when it is said that it was supplied. */
  answeredAt?: Instant
  /** The office has said it for the unit, which brought it on paper. */
  answeredOnPaper?: true
}

export interface AssessedItem {
  self?: SelfScore
  reviews?: Record<DepartmentId, Decision>
  supplement?: SupplementRequest
  doubt?: ScoreDoubt
}

/**
 * How far the unit has brought its sheet. The seven states on screen are derived from this and the tallies
 * (`unit-state.ts`), so that two departments deciding at once never disagree about 已评.
 */
export type Stage = 'filling' | 'awaiting-chair' | 'submitted' | 'checked'

/** Figures that lists show, changed by each write by the difference; always equal to `summarize(items)`. */
export interface Summary {
  self: Tally
  byDepartment: Record<DepartmentId, Tally>
  /** 请补充 that the unit has not answered. */
  supplementsOpen: number
  /** 疑问 that no department has answered, and those that one has; absent where a sheet was begun before there were any. */
  doubtsOpen?: number
  doubtsAnswered?: number
  materials: number
}

export interface Submission {
  signature: Signature
  /** After the deadline with grace and extension: 逾期报送. */
  late: boolean
}

/** 展期: what the office granted last; `length` is 0 where it was taken back. */
export interface Extension {
  /** Milliseconds after the cycle's deadline with grace. */
  length: number
  /** Why: kept for the office, told to nobody. */
  reason: string
  operationId: string
  signature: Signature
}

/** The stamped paper behind a 代录; `departmentId` is null for the unit's own sheet. */
export interface PaperSheet {
  departmentId: DepartmentId | null
  files: string[]
  note: string
  signature: Signature
}

/** One operation that changed the document, declared in the same write. Units never see it. */
export interface HistoryEntry {
  operationId: string
  /** sha-256 of what was asked, so that one operation id cannot carry two bodies. */
  bodyHash: string
  itemId: ItemId | null
  part: string
  revision: number
  at: Instant
  by: string
  byName: string
  from: unknown
  to: unknown
  fromPaper?: boolean
}

/** One unit's year: one document, `_id` = `cycleId:unitId`. */
export interface Assessment {
  _id: string
  cycleId: string
  unitId: string
  rubricVersionId: string
  stage: Stage
  /** Deadline + grace + this unit's extension; submitting later is 逾期报送. */
  selfDueAt: Instant
  /** The last moment at which the unit may change its scores; later than `selfDueAt` unless the cycle locks. */
  selfOpenUntil: Instant
  reviewOpenUntil: Instant
  /** Absent where the office never granted one. */
  extension?: Extension
  /** True while materials may hold personal papers with files: the clock finds by it what is to be removed. */
  holdsPersonal?: boolean
  sentToChair: Signature | null
  /** Why the chair gave it back to the fillers (退给填报人), until it is sent again. */
  sentBackNote: string | null
  /** Who wrote it. */
  sentBackBy?: Signature | null
  submission: Submission | null
  /** What phones still held when the sheet was sent to the chair or handed in; absent or empty where nothing. */
  manifest?: Manifest
  /** When each department first opened it; a unit withdraws only while this is empty. */
  openedBy: Record<DepartmentId, Instant>
  items: Record<ItemId, AssessedItem>
  materials: Record<string, Material>
  paperSheets: PaperSheet[]
  /** By id; absent where no group has taken any. */
  visitPictures?: Record<string, VisitPicture>
  summary: Summary
  history: HistoryEntry[]
  /** When those who are not done are reminded next; null where no reminder is left. */
  remindAt?: Instant | null
  /** The operation that somebody is to be told of; null once its notices are planned. */
  untold?: string | null
  /** The operation that changed it last; null once WeChat was asked about its pictures and texts. */
  unchecked?: string | null
}

export function assessmentId(cycleId: string, unitId: string): string {
  return `${cycleId}:${unitId}`
}
