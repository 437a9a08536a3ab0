import { ListRecords } from '#shared/contract/record-contract'
import { answersFor } from '#shared/records/keeper'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { meetingKeeping, recordKeeping } from '../../permissions/record-permissions'
import { listRecordSums } from '../../repositories/county-records'
import { countMeetings } from '../../repositories/meetings'
import { listOpenDoubts } from '../../repositories/record-doubts'
import { defineRequest } from '../../request-pipeline/define-request'
import { keepingOf, loadKeeper } from './load-keeper'
import { keptRecord } from './record-view'

export const listRecords = defineRequest('record.list', {
  interactive: true,
  schema: ListRecords,
  load: (input: ListRecords) => ({
    ...loadKeeper(input),
    meetings: countMeetings(input.cycleId),
    doubts: listOpenDoubts(input.cycleId),
  }),
  permit: permissions['record.list'],
  act: async ({ input: { cycleId, departmentId }, loaded, asker, now }) => {
    const { kept, measures, keepsMeetings } = await keepingOf(departmentId, loaded)
    const sums = await listRecordSums(
      cycleId,
      kept.map(({ measure }) => measure),
    )
    const sumsOf = new Map(sums.map(record => [record.measure, record]))
    const asked = keepsMeetings ? { ...recordKeeping, ...meetingKeeping } : recordKeeping
    return {
      cycleId,
      departmentId,
      records: kept.map(described => keptRecord(described, sumsOf.get(described.measure))),
      meetings: { count: loaded.meetings, mayKeep: keepsMeetings },
      doubtsOpen: loaded.doubts.filter(({ measure }) => answersFor(departmentId, measure, measures)).length,
      abilities: abilitiesOf(asked, asker, { departmentId }, loaded, now),
    }
  },
})
