import type { Instant } from '#shared/assessment/assessment'
import type { AnnexInWork } from '#shared/rubric-import/correct-draft'
import type { ImportedAnnex, UnplacedWords } from '#shared/rubric-import/rubric-document'
import { collection, command } from '../infrastructure/collection'

/** A Word file with rubrics: what was understood of it and what people have made of that. `_id` is its upload ticket. */
export interface RubricUpload {
  _id: string
  fileName: string
  fileId: string
  uploadedAt: Instant
  by: string
  memberId: string
  /** Counts the changes; every write is guarded by it. */
  revision: number
  annexes: AnnexOfUpload[]
  unplaced: UnplacedWords[]
  notices: string[]
  changes: UploadChange[]
}

export type AnnexOfUpload = ImportedAnnex & AnnexInWork & { rubricVersionId: string | null }

/** Who corrected or published which annex, and what of the document was looked at and left as it is. */
export interface UploadChange {
  /** Null for a publication, which may be asked for as often as one likes. */
  operationId: string | null
  at: Instant
  by: string
  memberId: string
  annex: number
  seen: string[]
  published: string | null
}

const uploads = collection<RubricUpload>('rubric-uploads')

export function readUpload(uploadId: string): Promise<RubricUpload | null> {
  return uploads.read(uploadId)
}

/** False where the document was taken in already. */
export function addUpload(upload: RubricUpload): Promise<boolean> {
  return uploads.add(upload)
}

/** The newest uploads, newest first: a document with its findings is a few hundred KB. */
export function listUploads() {
  const fields = ['fileName', 'uploadedAt', 'by', 'annexes'] as const
  return uploads.list({}, { fields, orderBy: { field: 'uploadedAt', direction: 'desc' }, limit: 30 })
}

/** Writes one annex and who changed it. Null where somebody changed the document since `before` was read. */
export async function changeUpload(
  before: RubricUpload,
  annex: AnnexOfUpload,
  change: UploadChange,
): Promise<RubricUpload | null> {
  const { _id, revision } = before
  const changed = await uploads.update(
    { _id, revision },
    { [`annexes.${change.annex}`]: command.set(annex), revision: revision + 1, changes: command.push([change]) },
  )
  if (changed === 0) return null
  const annexes = before.annexes.map((other, place) => (place === change.annex ? annex : other))
  return { ...before, annexes, revision: revision + 1, changes: [...before.changes, change] }
}
