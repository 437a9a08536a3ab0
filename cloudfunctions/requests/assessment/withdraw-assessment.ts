import { OneAssessment } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { withdrawSubmission } from '../../repositories/assessments'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { stageEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { loadWholeSheet } from './move-sheet'
import { sheetOf } from './sheet'

/** 撤回报送, until a department has opened the sheet. */
export const withdrawAssessment = defineRequest('assessment.withdraw', {
  interactive: true,
  schema: OneAssessment,
  load: loadWholeSheet,
  permit: permissions['assessment.withdraw'],
  act: async ({ loaded, asker, now }) => {
    const { assessment } = loaded
    const isWithdrawn = await withdrawSubmission(assessment, stageEntry(asker, now, 'submitted', 'filling'))
    if (!isWithdrawn) return refuse('server.busy')
    return sheetOf({
      ...loaded,
      assessment: { ...assessment, stage: 'filling', submission: null, sentToChair: null },
      rubric: await rubricOf(assessment),
      asker,
      now,
    })
  },
})
