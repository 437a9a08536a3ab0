import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import type { Audience } from '../rubric/rubric'
import type { ImportedAnnex, UnplacedWords } from '../rubric-import/rubric-document'
import { RubricDraft } from '../rubric-import/rubric-draft'
import type { NamedChoice } from '../rules/decided-choices'
import { id, integer, requiredText, revision, ticketId } from './fields'

/** `rubric.versions`: every version of the annexes that a cycle may be opened with, the newest of each audience first. */
export interface RubricVersions {
  versions: RubricVersionRow[]
  /** What the standing versions leave open, for `cycle.open` to decide. */
  choices: NamedChoice[]
}
export interface RubricVersionRow {
  rubricVersionId: string
  annex: string
  title: string
  audience: Audience
  audienceAsWritten: string
  items: number
  /** `shipped`: came with the program. */
  origin: 'shipped' | { fileName: string; publishedAt: Instant }
  /** Titles of the cycles that use it: it never changes, and these are why. */
  usedBy: string[]
  choices: NamedChoice[]
}

/** `rubric.read-document`: understands an uploaded Word file and keeps what it understood. */
export const ReadRubricDocument = v.strictObject({ ticketId, fileName: requiredText('文件名', 120) })
export type ReadRubricDocument = v.InferOutput<typeof ReadRubricDocument>

/** One uploaded document: what was understood of it, what a person has corrected since, what is published. */
export interface UploadedRubrics {
  uploadId: string
  fileName: string
  uploadedAt: Instant
  by: string
  /** Counts the corrections. */
  revision: number
  annexes: UploadedAnnex[]
  unplaced: UnplacedWords[]
  notices: string[]
}
export interface UploadedAnnex extends ImportedAnnex {
  /** The version that this annex was published as, while it still says the same; else null. */
  rubricVersionId: string | null
}

/** `rubric.uploads`: documents that were uploaded, newest first. */
export interface UploadList {
  uploads: { uploadId: string; fileName: string; uploadedAt: Instant; by: string; annexes: number; published: number }[]
}
export const OpenUpload = v.strictObject({ uploadId: id('文件') })
export type OpenUpload = v.InferOutput<typeof OpenUpload>

const annexPlace = v.pipe(integer('附件'), v.minValue(0, '附件'), v.maxValue(20, '附件'))

/** `rubric.correct`: one annex as a person has corrected it; its findings are worked out anew. */
export const CorrectUpload = v.strictObject({
  uploadId: id('文件'),
  revision,
  annex: annexPlace,
  file: RubricDraft,
})
export type CorrectUpload = v.InferOutput<typeof CorrectUpload>

/** `rubric.publish`: makes one annex a version. A version never changes; a correction is another version. */
export const PublishRubric = v.strictObject({ uploadId: id('文件'), revision, annex: annexPlace })
export type PublishRubric = v.InferOutput<typeof PublishRubric>
