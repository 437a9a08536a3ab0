import { ImportRecords } from '#shared/contract/record-contract'
import { newlyWritten } from '#shared/records/record'
import { permissions } from '../../permissions/permissions'
import { importEntries, readRecord } from '../../repositories/county-records'
import { readImport } from '../../repositories/imports'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { headOf, keepingOf, keptMeasure, loadKeeper } from './load-keeper'

/** Makes the previewed entries count, all of them by one write upon the revision that was previewed. */
export const importRecords = defineRequest('record.import', {
  interactive: true,
  schema: ImportRecords,
  load: (input: ImportRecords) => ({
    ...loadKeeper(input),
    previewed: readImport(input.ticketId),
    record: readRecord(input.cycleId, input.measure),
  }),
  permit: permissions['record.import'],
  repeated: async ({ input: { ticketId }, loaded: { record, previewed } }) =>
    record?.imports.includes(ticketId) && previewed?.kind === 'records' ? { saved: previewed.entries.length } : null,
  act: async ({ input: { cycleId, departmentId, measure, ticketId }, loaded, asker: { name, memberId }, now }) => {
    const described = keptMeasure(await keepingOf(departmentId, loaded), measure)
    if (!described) return refuse('record.unknown-measure')
    const { previewed, record } = loaded
    const isThis = previewed?.kind === 'records' && previewed.cycleId === cycleId && previewed.measure === measure
    if (!isThis) return refuse('table.not-previewed')
    const { entries, problems, revision } = previewed
    const imported = { saved: entries.length }
    if (record?.imports.includes(ticketId)) return imported
    if (problems > 0) return refuse('table.faulty', { count: problems })
    if ((record?.revision ?? 0) !== revision) return refuse('table.outdated')

    const signature = { name, memberId, at: now }
    const writes = entries.map(({ row, unitId, value }) => ({
      unitId,
      // Of file and row, so that a repetition writes the same entry.
      entryId: `${ticketId}-${row}`,
      before: undefined,
      after: newlyWritten(value, signature),
    }))
    const head = headOf(cycleId, described, loaded.departments)
    if (await importEntries(head, { importId: ticketId, revision, writes })) return imported
    // Delivered twice at once, or another import came first.
    const current = await readRecord(cycleId, measure)
    return current?.imports.includes(ticketId) ? imported : refuse('table.outdated')
  },
})
