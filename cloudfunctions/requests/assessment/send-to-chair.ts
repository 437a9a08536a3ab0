import { HandIn } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { stageEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { loadWholeSheet, moveSheet, refuseIncomplete, refuseTooMuchComing } from './move-sheet'
import { sheetOf } from './sheet'

/** 送主席审核. Complete, because the filler cannot go on while the chair has it. */
export const sendToChair = defineRequest('assessment.send-to-chair', {
  interactive: true,
  schema: HandIn,
  load: loadWholeSheet,
  permit: permissions['assessment.send-to-chair'],
  repeated: async ({ loaded, asker, now }) => {
    if (loaded.assessment.stage !== 'awaiting-chair') return null
    if (loaded.assessment.sentToChair?.memberId !== asker.memberId) return null
    return sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now })
  },
  act: async ({ input: { manifest = [] }, loaded, asker, now }) => {
    const rubric = await rubricOf(loaded.assessment)
    const refusal = refuseIncomplete(rubric, loaded.assessment) ?? refuseTooMuchComing(manifest)
    if (refusal) return refusal
    const sentToChair = { name: asker.name, memberId: asker.memberId, at: now }
    return moveSheet(
      { ...loaded, rubric, asker, now },
      { stage: 'awaiting-chair', sentToChair, sentBackNote: null, manifest },
      stageEntry(asker, now, loaded.assessment.stage, 'awaiting-chair'),
    )
  },
})
