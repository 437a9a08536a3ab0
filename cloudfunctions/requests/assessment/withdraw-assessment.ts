import { OneAssessment } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { readWithHistory, withdrawSubmission } from '../../repositories/assessments'
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
  // Only where taking it back is the last step that was made, and this chair's.
  repeated: async ({ loaded, asker, now }) => {
    if (loaded.assessment.stage !== 'filling') return null
    const current = await readWithHistory(loaded.assessment._id)
    const last = current?.history.filter(({ part }) => part === 'stage').at(-1)
    if (last?.from !== 'submitted' || last.by !== asker.memberId) return null
    return sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now })
  },
  act: async ({ loaded, asker, now }) => {
    const { assessment } = loaded
    const isWithdrawn = await withdrawSubmission(assessment, stageEntry(asker, now, 'submitted', 'filling'))
    if (!isWithdrawn) return refuse('server.busy')
    return sheetOf({
      ...loaded,
      assessment: { ...assessment, stage: 'filling', submission: null, sentToChair: null, manifest: [] },
      rubric: await rubricOf(assessment),
      asker,
      now,
    })
  },
})
