import type { UploadedRubrics } from '#shared/contract/rubric-contract'
import type { Department } from '#shared/rubric/department'
import type { RubricUpload } from '../../repositories/rubric-uploads'

/** An upload as the office sees it: what is kept only to judge corrections stays here. */
export function uploadView(upload: RubricUpload, departments: Department[]): UploadedRubrics {
  const { _id, fileName, uploadedAt, by, revision, annexes, unplaced, notices, changes } = upload
  const last = changes.at(-1)
  return {
    uploadId: _id,
    fileName,
    uploadedAt,
    by,
    revision,
    changed: last ? { by: last.by, at: last.at } : null,
    annexes: annexes.map(({ file, carriedFrom, findings, places, rubricVersionId }) => ({
      file,
      carriedFrom,
      findings,
      places,
      rubricVersionId,
    })),
    unplaced,
    notices,
    departments,
  }
}
