import { OneAssessment } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { stageEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { loadWholeSheet, moveSheet, refuseIncomplete } from './move-sheet'
import { sheetOf } from './sheet'

/** 送主席审核. Complete, because the filler cannot go on while the chair has it. */
export const sendToChair = defineRequest('assessment.send-to-chair', {
  interactive: true,
  schema: OneAssessment,
  load: loadWholeSheet,
  permit: permissions['assessment.send-to-chair'],
  repeated: async ({ loaded, asker, now }) => {
    if (loaded.assessment.stage !== 'awaiting-chair') return null
    if (loaded.assessment.sentToChair?.memberId !== asker.memberId) return null
    return sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now })
  },
  act: async ({ loaded, asker, now }) => {
    const rubric = await rubricOf(loaded.assessment)
    const incomplete = refuseIncomplete(rubric, loaded.assessment)
    if (incomplete) return incomplete
    const sentToChair = { name: asker.name, memberId: asker.memberId, at: now }
    return moveSheet(
      { ...loaded, rubric, asker, now },
      { stage: 'awaiting-chair', sentToChair, sentBackNote: null },
      stageEntry(asker, now, loaded.assessment.stage, 'awaiting-chair'),
    )
  },
})
