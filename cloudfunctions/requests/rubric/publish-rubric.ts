import { PublishRubric } from '#shared/contract/rubric-contract'
import { parseRubric } from '#shared/rubric/parse-rubric'
import { permissions } from '../../permissions/permissions'
import { listSpelledDepartments } from '../../repositories/departments'
import { changeUpload, readUpload } from '../../repositories/rubric-uploads'
import { addVersions, rubricVersionId } from '../../repositories/rubric-versions'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { uploadView } from '../views/upload-view'

/**
 * Makes one annex a version, which nothing changes any more. The version is written before the upload says so: where it
 * breaks off, the version stands and the upload may be published again, as the same version.
 */
export const publishRubric = defineRequest('rubric.publish', {
  interactive: false,
  schema: PublishRubric,
  load: ({ uploadId }) => ({
    upload: needed(readUpload(uploadId), 'upload.unknown'),
    departments: listSpelledDepartments(),
  }),
  permit: permissions['rubric.publish'],
  act: async ({ input: { annex: place, revision }, loaded: { upload, departments }, asker, now }) => {
    const annex = upload.annexes[place]
    if (!annex) return refuse('upload.unknown')
    if (annex.rubricVersionId !== null) return uploadView(upload, departments)
    if (upload.revision !== revision) return refuse('upload.stale')
    const open = annex.findings.filter(({ weight }) => weight === 'must').length
    const parsed = parseRubric(annex.file, departments)
    if (open > 0 || 'problems' in parsed) {
      return refuse('upload.unfinished', { count: Math.max(open, 'problems' in parsed ? parsed.problems.length : 0) })
    }
    const _id = rubricVersionId(parsed.rubric)
    const { fileName, _id: uploadId } = upload
    const by = { by: asker.name, memberId: asker.memberId }
    const origin = { kind: 'published', uploadId, fileName, publishedAt: now, ...by } as const
    await addVersions([{ _id, rubric: parsed.rubric, file: annex.file, departments, origin }])
    const change = { operationId: null, at: now, ...by, annex: place, seen: [], published: _id }
    const changed = await changeUpload(upload, { ...annex, rubricVersionId: _id }, change)
    return changed ? uploadView(changed, departments) : refuse('upload.stale')
  },
})
