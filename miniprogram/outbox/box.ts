import type { Instant, ReviewScore } from '#shared/assessment/assessment'
import type { RequestInput } from '#shared/contract/api-contract'
import type { SelfScoreChange, SelfScoreView } from '#shared/contract/assessment-contract'
import type { MaterialTicket, RegisterMaterial } from '#shared/contract/material-contract'
import type { Problem } from '#shared/errors/problems'
import type { FileType } from '#shared/materials/material'
import type { ItemId } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import type { LocalPath } from '../platform/capabilities'
import type { PendingVisitPicture } from './visit-pictures'
import type { PendingVisitNote, PendingVisitReturn } from './visits'

/** `cycleId:unitId`, as `assessmentId()` makes it. */
export type SheetKey = string

/**
 * Everything one person's phone still owes the county: plain JSON under one key, so that one write changes it whole.
 * `format` is raised when its shape changes; `open-box.ts` then brings older boxes over.
 */
export interface Box {
  format: 3
  selfScores: Record<SheetKey, Record<ItemId, PendingSelfScore>>
  /** What this phone's own saves have made of an item's revision. */
  chains: Record<SheetKey, Record<ItemId, RevisionChain>>
  /** By `cycleId:departmentId:unitId:itemId`. */
  reviewDrafts: Record<string, PendingReviewDraft>
  materials: Record<SheetKey, MaterialOperation[]>
  /** By `visitKey`; by operation id; by picture id. */
  visitNotes: Record<string, PendingVisitNote>
  visitReturns: Record<string, PendingVisitReturn>
  visitPictures: Record<string, PendingVisitPicture>
  /** Who else of the group looks at what, as the county said last; by `cycleId:groupId:unitId`. */
  visitOthers: Record<string, { itemId: ItemId; memberName: string }[]>
  /** Names this writing of it, where several windows of a PC write the same box. */
  stamp?: string
  /** When the county last took something from this phone, by the server's clock. */
  receivedAt: Instant | null
}

export interface TypedSelfScore {
  draft: SelfScoreDraft
  /** The revision that the person saw when they began to change it. */
  seenRevision: number
  /** By the phone's clock. */
  at: Instant
}

/** A 自评 on its way. At least one of `typed` and `sent` is set; `trouble` always comes with `typed`. */
export interface PendingSelfScore {
  /** Not sent: further typing replaces it. While `sent` is set it waits, and takes the revision that `sent` yields. */
  typed: TypedSelfScore | null
  /** Frozen: resent as it is until its fate is known. */
  sent: { change: SelfScoreChange; at: Instant } | null
  trouble: Trouble | null
}

/** Why a change waits for a person: 两个填法 (both values are kept), or a refusal in words. */
export type Trouble = { kind: 'conflict'; theirs: SelfScoreView | null } | { kind: 'refused'; problem: Problem }

/**
 * The person's own saves took the item from revision `from` to `to`. A page that still shows a revision in between has
 * shown them nothing but their own work, so a change upon it is a change upon `to`.
 */
export interface RevisionChain {
  from: number
  to: number
}

/** A reviewer's private draft: nobody else writes it, so only the latest counts. */
export interface PendingReviewDraft {
  cycleId: string
  departmentId: string
  unitId: string
  itemId: ItemId
  score: ReviewScore
  at: Instant
  problem: Problem | null
}

export type MaterialOperation = Registration | MaterialChange

/** What a material says of itself: name, 文号, date, where the original is. */
export type MaterialDescription = Pick<
  RegisterMaterial,
  'name' | 'documentNumber' | 'date' | 'whereabouts' | 'personal'
>

/** A file kept on this phone until the county has registered it. */
export interface LocalFile {
  path: LocalPath
  type: FileType
  bytes: number
  sha256: string
  /** Of the file as it was chosen, where it was shrunk. */
  sourceSha256?: string
  thumbnail: { path: LocalPath; bytes: number; sha256: string } | null
}

/** One object to be put into storage, a picture or its thumbnail. */
export interface QueuedUpload {
  use: 'picture' | 'thumbnail' | 'document'
  path: LocalPath
  type: FileType
  bytes: number
  sha256: string
  sourceSha256?: string
  ticket: MaterialTicket | null
  isUploaded: boolean
}

export interface QueuedFile {
  full: QueuedUpload
  thumbnail: QueuedUpload | null
}

/** A material on its way: its files first, then its registration. */
export interface Registration {
  kind: 'register'
  operationId: string
  materialId: string
  description: MaterialDescription
  items: ItemId[]
  files: QueuedFile[]
  /** Frozen once its files are uploaded; until then changes of the material are folded into it. */
  frozen: RegisterMaterial | null
  /** How often the county did not accept its files. */
  attempts: number
  at: Instant
  problem: Problem | null
}

export type MaterialChangeRequest = 'material.link' | 'material.unlink' | 'material.describe' | 'material.remove'

/** A change of registered materials, frozen from the beginning. */
export type MaterialChange = {
  [Request in MaterialChangeRequest]: {
    kind: 'change'
    request: Request
    input: RequestInput<Request>
    /** Waits until this material is registered, for it takes the place of what is removed. */
    after?: string
    at: Instant
    problem: Problem | null
  }
}[MaterialChangeRequest]

export const emptyBox: Box = {
  format: 3,
  selfScores: {},
  chains: {},
  reviewDrafts: {},
  materials: {},
  visitNotes: {},
  visitReturns: {},
  visitPictures: {},
  visitOthers: {},
  receivedAt: null,
}
