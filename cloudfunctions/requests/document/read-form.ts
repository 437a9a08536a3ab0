import { ReadForm } from '#shared/contract/office-contract'
import { unitForm } from '../../documents/form-rows'
import { permissions } from '../../permissions/permissions'
import { readCounty } from '../../repositories/counties'
import { readUnit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { readingOf } from '../views/reading'

export const readForm = defineRequest('form.read', {
  interactive: true,
  schema: ReadForm,
  load: (input: ReadForm) => ({
    ...loadSheet(input),
    unit: needed(readUnit(input.unitId), 'unit.unknown'),
    county: readCounty(),
    asked: Promise.resolve(input),
  }),
  permit: permissions['form.read'],
  act: async ({ input: { kind, unitId }, loaded, asker }) => {
    const rubric = await rubricOf(loaded.assessment)
    return unitForm(kind, { ...loaded, rubric }, readingOf(asker, unitId, loaded.held))
  },
})
