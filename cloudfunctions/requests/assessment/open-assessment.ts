import { OneAssessment } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { readUnit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { loadSheet, rubricOf } from './load-sheet'
import { sheetOf } from './sheet'

export const openAssessment = defineRequest('assessment.open', {
  interactive: true,
  schema: OneAssessment,
  load: input => ({ ...loadSheet(input), unit: needed(readUnit(input.unitId), 'unit.unknown') }),
  permit: permissions['assessment.open'],
  act: async ({ loaded, asker, now }) => sheetOf({ ...loaded, rubric: await rubricOf(loaded.assessment), asker, now }),
})
