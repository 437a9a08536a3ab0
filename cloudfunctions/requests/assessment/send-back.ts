import { SendBack } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { stageEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { loadWholeSheet, moveSheet } from './move-sheet'
import { sheetOf } from './sheet'

/** 退给填报人, with a note of what to look at again. */
export const sendBack = defineRequest('assessment.send-back', {
  interactive: true,
  schema: SendBack,
  load: loadWholeSheet,
  permit: permissions['assessment.send-back'],
  repeated: async ({ input: { note }, loaded, asker, now }) => {
    const { stage, sentBackNote } = loaded.assessment
    if (stage !== 'filling' || sentBackNote !== note) return null
    return sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now })
  },
  act: async ({ input: { note }, loaded, asker, now }) =>
    moveSheet(
      { ...loaded, rubric: await rubricOf(loaded.assessment), asker, now },
      {
        stage: 'filling',
        sentToChair: null,
        sentBackNote: note,
        sentBackBy: { name: asker.name, memberId: asker.memberId, at: now },
        manifest: [],
      },
      stageEntry(asker, now, loaded.assessment.stage, { stage: 'filling', note }),
    ),
})
