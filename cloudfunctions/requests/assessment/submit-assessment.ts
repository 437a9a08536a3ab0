import { OneAssessment } from '#shared/contract/assessment-contract'
import { isLate } from '#shared/cycle/cycle'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { stageEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { loadWholeSheet, moveSheet, refuseIncomplete } from './move-sheet'
import { sheetOf } from './sheet'

/** 报送. Late or not is said by the server's clock; missing material never stands in the way. */
export const submitAssessment = defineRequest('assessment.submit', {
  interactive: true,
  schema: OneAssessment,
  load: loadWholeSheet,
  permit: permissions['assessment.submit'],
  // A chair whose phone never heard 「已报送」 presses again and sees it; another chair learns that it was done.
  repeated: async ({ loaded, asker, now }) => {
    if (loaded.assessment.submission?.signature.memberId !== asker.memberId) return null
    return sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now })
  },
  act: async ({ loaded, asker, now }) => {
    const { assessment } = loaded
    const rubric = await rubricOf(assessment)
    const incomplete = refuseIncomplete(rubric, assessment)
    if (incomplete) return incomplete
    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    const submission = { signature, late: isLate(now, assessment.selfDueAt) }
    return moveSheet(
      { ...loaded, rubric, asker, now },
      { stage: 'submitted', submission, sentBackNote: null },
      stageEntry(asker, now, assessment.stage, { stage: 'submitted', late: submission.late }),
    )
  },
})
