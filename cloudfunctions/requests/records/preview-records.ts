import { PreviewRecords } from '#shared/contract/record-contract'
import type { DescribedMeasure } from '#shared/records/describe-measures'
import { type RecordRoster, readRecordTable } from '#shared/records/read-record-table'
import type { CountyRecordDocument, EntryValue } from '#shared/records/record'
import { recordsTitle } from '#shared/results/document-name'
import { permissions } from '../../permissions/permissions'
import { listParticipants } from '../../repositories/assessments'
import { readRecord } from '../../repositories/county-records'
import { keepImport } from '../../repositories/imports'
import { listUnits } from '../../repositories/units'
import { readUploadTickets } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { readUploadedTable } from '../tables/read-uploaded-table'
import { keepingOf, keptMeasure, loadKeeper } from './load-keeper'
import { participantsOf } from './participants'

/** So many entries are shown; how many there are is counted. */
const shownEntries = 200

/** Reads an uploaded table of entries and tells every fault, or what it would add. It counts by `record.import` alone. */
export const previewRecords = defineRequest('record.preview', {
  // The person sees that the file is being read.
  interactive: false,
  schema: PreviewRecords,
  load: (input: PreviewRecords) => ({
    ...loadKeeper(input),
    record: readRecord(input.cycleId, input.measure),
    units: listUnits(),
    rows: listParticipants(input.cycleId),
    tickets: readUploadTickets([input.ticketId]),
  }),
  permit: permissions['record.preview'],
  act: async ({ input, loaded, asker: { name, memberId }, now }) => {
    const { cycleId, departmentId, measure, ticketId, fileName } = input
    const described = keptMeasure(await keepingOf(departmentId, loaded), measure)
    if (!described) return refuse('record.unknown-measure')
    const { tickets, record } = loaded
    const purpose = `import:records:${cycleId}:${measure}`
    const read = await readUploadedTable({ ticketId, tickets, memberId, now, purpose, sheet: recordsTitle })
    if (read instanceof Refusal) return read
    const units = participantsOf(loaded.cycle, loaded.units, loaded.rows)
    const { problems, entries } = readRecordTable(read.table, rosterOf(described, units, record))
    const isFaulty = problems.length > 0
    await keepImport({
      _id: ticketId,
      kind: 'records',
      measure,
      cycleId,
      fileName,
      fileId: read.fileId,
      revision: record?.revision ?? 0,
      problems: problems.length,
      signature: { name, memberId, at: now },
      entries: isFaulty ? [] : entries,
    })
    const nameOf = new Map(units.map(unit => [unit.unitId, unit.name]))
    const shown = isFaulty ? [] : entries.slice(0, shownEntries)
    return {
      ticketId,
      fileName,
      problems,
      entries: shown.map(({ unitId, value }) => ({ unitId, unitName: nameOf.get(unitId) ?? '', ...value })),
      count: isFaulty ? 0 : entries.length,
      units: new Set(entries.map(({ unitId }) => unitId)).size,
    }
  },
})

function rosterOf(
  measure: DescribedMeasure,
  units: ReturnType<typeof participantsOf>,
  record: CountyRecordDocument | null,
): RecordRoster {
  const asking = new Set(measure.items.map(({ audience }) => audience))
  const standing: Record<string, EntryValue[]> = {}
  for (const [unitId, entries] of Object.entries(record?.entries ?? {})) {
    standing[unitId] = Object.values(entries).flatMap(({ value }) => value ?? [])
  }
  return { measure, units: units.map(unit => ({ ...unit, concerned: asking.has(unit.audience) })), standing }
}
