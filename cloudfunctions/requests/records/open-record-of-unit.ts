import { OpenRecordOfUnit } from '#shared/contract/record-contract'
import { permissions } from '../../permissions/permissions'
import { readRecordOf } from '../../repositories/county-records'
import { listDoubtsOf } from '../../repositories/record-doubts'
import { readUnit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { readDoubts } from '../views/reading'
import { keepingOf, keptMeasure, loadKeeper } from './load-keeper'
import { recordOfUnit } from './record-view'

export const openRecordOfUnit = defineRequest('record.of-unit', {
  interactive: true,
  schema: OpenRecordOfUnit,
  load: (input: OpenRecordOfUnit) => ({
    ...loadKeeper(input),
    unit: needed(readUnit(input.unitId), 'unit.unknown'),
    record: readRecordOf(input.cycleId, input.measure, input.unitId),
    doubts: listDoubtsOf(input.cycleId, [input.unitId]),
  }),
  permit: permissions['record.of-unit'],
  act: async ({ input, loaded, asker }) => {
    const keeping = await keepingOf(input.departmentId, loaded)
    const described = keptMeasure(keeping, input.measure)
    const doubts = readDoubts(loaded.doubts, asker, loaded.heldTexts, keeping.name)
    return described ? recordOfUnit(input, loaded.record, doubts) : refuse('record.unknown-measure')
  },
})
