import { OneAssessment } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { rubricOf } from './load-sheet'
import { loadWholeSheet } from './move-sheet'
import { sheetOf } from './sheet'

export const openAssessment = defineRequest('assessment.open', {
  interactive: true,
  schema: OneAssessment,
  load: loadWholeSheet,
  permit: permissions['assessment.open'],
  act: async ({ loaded, asker, now }) => sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now }),
})
