import { OpenRecord } from '#shared/contract/record-contract'
import { permissions } from '../../permissions/permissions'
import { listParticipants } from '../../repositories/assessments'
import { readRecord } from '../../repositories/county-records'
import { listOpenDoubts } from '../../repositories/record-doubts'
import { listUnits } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { keepingOf, keptMeasure, loadKeeper } from './load-keeper'
import { recordOfMeasure } from './record-view'

/** What a record down all units is made from. */
export function loadWholeRecord({ cycleId, measure }: Pick<OpenRecord, 'cycleId' | 'measure'>) {
  return {
    record: readRecord(cycleId, measure),
    units: listUnits(),
    participants: listParticipants(cycleId),
    doubts: listOpenDoubts(cycleId),
  }
}

export const openRecord = defineRequest('record.measure', {
  interactive: true,
  schema: OpenRecord,
  load: (input: OpenRecord) => ({ ...loadKeeper(input), ...loadWholeRecord(input) }),
  permit: permissions['record.measure'],
  act: async ({ input: { departmentId, measure }, loaded }) => {
    const described = keptMeasure(await keepingOf(departmentId, loaded), measure)
    return described ? recordOfMeasure({ ...loaded, described }) : refuse('record.unknown-measure')
  },
})
