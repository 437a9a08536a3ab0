import { CorrectUpload } from '#shared/contract/rubric-contract'
import { findingsOn } from '#shared/rubric-import/check-draft'
import { correctDraft } from '#shared/rubric-import/correct-draft'
import { idsIn } from '#shared/rubric-import/ids'
import { permissions } from '../../permissions/permissions'
import { listSpelledDepartments } from '../../repositories/departments'
import { type AnnexOfUpload, changeUpload, readUpload } from '../../repositories/rubric-uploads'
import { everyIdGiven } from '../../repositories/rubric-versions'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { uploadView } from '../views/upload-view'

/** Puts a person's correction in the place of one annex's draft. Upon another revision it changes nothing. */
export const correctUpload = defineRequest('rubric.correct', {
  interactive: true,
  schema: CorrectUpload,
  load: ({ uploadId, file }: CorrectUpload) => ({
    upload: needed(readUpload(uploadId), 'upload.unknown'),
    departments: listSpelledDepartments(),
    // Only a row that is new takes an id, and must not take one of years ago.
    takenIds: hasNewRow(file) ? everyIdGiven() : Promise.resolve([]),
  }),
  permit: permissions['rubric.correct'],
  act: async ({ input, loaded: { upload, departments, takenIds }, asker, now }) => {
    // Delivered again: the first delivery has changed it.
    if (upload.changes.some(({ operationId }) => operationId === input.operationId)) {
      return uploadView(upload, departments)
    }
    const before = upload.annexes[input.annex]
    if (!before) return refuse('upload.unknown')
    if (upload.revision !== input.revision) return refuse('upload.stale')
    const seen = before.findings.filter((_finding, place) => input.seen.includes(place))
    // What was taken out of a draft has had its id as well, and so have the other annexes' new rows.
    const everDrafted = upload.annexes.flatMap(({ file, places }) => [...Object.keys(places), ...idsIn([file])])
    const { file, remarks } = correctDraft(before, input.file, { seen, takenIds: [...takenIds, ...everDrafted] })
    const annex: AnnexOfUpload = {
      ...before,
      file,
      remarks,
      findings: findingsOn(file, remarks, departments),
      rubricVersionId: null,
    }
    const changed = await changeUpload(upload, annex, {
      operationId: input.operationId,
      at: now,
      by: asker.name,
      memberId: asker.memberId,
      annex: input.annex,
      seen: seen.map(({ message }) => message),
      published: null,
    })
    return changed ? uploadView(changed, departments) : refuse('upload.stale')
  },
})

function hasNewRow({ categories }: CorrectUpload['file']): boolean {
  return categories.some(({ items }) => items.some(({ id }) => id === ''))
}
