import { HandIn } from '#shared/contract/assessment-contract'
import { isLate } from '#shared/cycle/cycle'
import { filesIn, joinManifests, stillComing } from '#shared/materials/manifest'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { stageEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { loadWholeSheet, moveSheet, refuseIncomplete, refuseTooMuchComing } from './move-sheet'
import { sheetOf } from './sheet'

/**
 * 报送. Late or not is said by the server's clock; missing material never stands in the way. What phones still hold, the
 * filler's and the chair's, is announced with it and may come after it.
 */
export const submitAssessment = defineRequest('assessment.submit', {
  interactive: true,
  schema: HandIn,
  load: loadWholeSheet,
  permit: permissions['assessment.submit'],
  // A chair whose phone never heard 「已报送」 presses again and sees it; another chair learns that it was done.
  repeated: async ({ loaded, asker, now }) => {
    if (loaded.assessment.submission?.signature.memberId !== asker.memberId) return null
    return sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now })
  },
  act: async ({ input, loaded, asker, now }) => {
    const { assessment } = loaded
    const rubric = await rubricOf(assessment)
    const announced = joinManifests(assessment.manifest ?? [], input.manifest ?? [])
    const manifest = stillComing(announced, assessment.materials)
    const refusal = refuseIncomplete(rubric, assessment) ?? refuseTooMuchComing(manifest)
    if (refusal) return refusal
    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    const submission = { signature, late: isLate(now, assessment.selfDueAt) }
    return moveSheet(
      { ...loaded, rubric, asker, now },
      { stage: 'submitted', submission, sentBackNote: null, manifest },
      stageEntry(asker, now, assessment.stage, {
        stage: 'submitted',
        late: submission.late,
        coming: filesIn(manifest),
      }),
    )
  },
})
