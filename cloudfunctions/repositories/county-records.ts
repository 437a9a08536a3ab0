import { type CountyRecordDocument, countedBy, countyRecordId, type RecordEntry } from '#shared/records/record'
import type { CountedRecord } from '#shared/records/sum-records'
import type { MeasureId } from '#shared/rules/rule'
import { type Changes, collection, command } from '../infrastructure/collection'

export const countyRecords = collection<CountyRecordDocument>('county-records')

/** A record with the entries of some units only. */
export type RecordPart = Pick<CountyRecordDocument, '_id' | 'measure' | 'source' | 'others' | 'entries'>

/** All records of the cycle with the entries of those units. One round trip. */
export async function listRecordsOf(cycleId: string, unitIds: readonly string[]): Promise<RecordPart[]> {
  const parts = unitIds.map(unitId => `entries.${unitId}` as const)
  const found = await countyRecords.list({ cycleId }, { fields: ['measure', 'source', 'others'], parts })
  // A projection of parts leaves `entries` out where there is none of them.
  return found.map(record => ({ ...record, entries: record.entries ?? {} }))
}

/** The sums of some records for every unit. One round trip; none where no measure is asked for. */
export async function listRecordSums(cycleId: string, measures: readonly MeasureId[]): Promise<CountedRecord[]> {
  if (measures.length === 0) return []
  return countyRecords.list(
    { cycleId, measure: command.in([...measures]) },
    { fields: ['measure', 'source', 'others', 'counts'] },
  )
}

/** One record with everything in it, or null while nothing was ever entered. One round trip. */
export function readRecord(cycleId: string, measure: MeasureId): Promise<CountyRecordDocument | null> {
  return countyRecords.read(countyRecordId(cycleId, measure))
}

/** One record with the entries of one unit, or null while nothing was ever entered. One round trip. */
export async function readRecordOf(cycleId: string, measure: MeasureId, unitId: string): Promise<RecordPart | null> {
  const fields = ['measure', 'source', 'others'] as const
  const parts = [`entries.${unitId}` as const]
  const [found] = await countyRecords.list({ _id: countyRecordId(cycleId, measure) }, { fields, parts, limit: 1 })
  return found ? { ...found, entries: found.entries ?? {} } : null
}

/** One entry as it is to stand. `before` is what the change was made upon; undefined for a new one. */
export interface EntryWrite {
  unitId: string
  entryId: string
  before: RecordEntry | undefined
  after: RecordEntry
}

/** Which record is written, and what units read as its source. */
export type RecordHead = Pick<CountyRecordDocument, 'cycleId' | 'measure' | 'source'>

/**
 * Writes all of these entries and the sums they change or, where one of them no longer stands as it was read, none
 * (false). One round trip.
 */
export async function writeEntries({ cycleId, measure }: RecordHead, writes: readonly EntryWrite[]): Promise<boolean> {
  const changed = await countyRecords.update(
    { _id: countyRecordId(cycleId, measure), ...Object.fromEntries(writes.map(revisionHolds)) },
    changesBy(writes),
  )
  return changed === 1
}

/** New entries of an imported table; `revision` is that of the record it was previewed upon, 0 of one not begun. */
export interface EntryImport {
  importId: string
  revision: number
  writes: readonly EntryWrite[]
}

/** Writes all entries of the table or, where the record has moved on or holds the import already, none (false). */
export async function importEntries(head: RecordHead, { importId, revision, writes }: EntryImport): Promise<boolean> {
  if (revision === 0) return countyRecords.add({ ...firstRecord(head, writes), imports: [importId] })
  const changed = await countyRecords.update(
    { _id: countyRecordId(head.cycleId, head.measure), revision, imports: command.nin([importId]) },
    { ...changesBy(writes), revision: command.inc(1), imports: command.push([importId]) },
  )
  return changed === 1
}

/** As `writeEntries`, of a record that nobody has begun yet. A round trip more where somebody begins it just now. */
export async function beginRecord(head: RecordHead, writes: readonly EntryWrite[]): Promise<boolean> {
  return (await countyRecords.add(firstRecord(head, writes))) || writeEntries(head, writes)
}

/**
 * Says whether units without an entry have none of it. Repeating it changes nothing. One round trip, two where the record
 * has not begun and somebody begins it just now.
 */
export async function setOthers(
  head: RecordHead,
  others: CountyRecordDocument['others'],
  hasBegun: boolean,
): Promise<void> {
  if (!hasBegun && (await countyRecords.add({ ...newRecord(head), others }))) return
  await countyRecords.update(
    { _id: countyRecordId(head.cycleId, head.measure), others: command.neq(others) },
    { others, revision: command.inc(1) },
  )
}

function newRecord(head: RecordHead): CountyRecordDocument {
  const _id = countyRecordId(head.cycleId, head.measure)
  return { _id, ...head, others: 'unknown', revision: 1, counts: {}, entries: {}, imports: [] }
}

function firstRecord(head: RecordHead, writes: readonly EntryWrite[]): CountyRecordDocument {
  const entries: CountyRecordDocument['entries'] = {}
  for (const { unitId, entryId, after } of writes) entries[unitId] = { ...entries[unitId], [entryId]: after }
  return { ...newRecord(head), counts: differences(writes), entries }
}

function changesBy(writes: readonly EntryWrite[]): Changes {
  return {
    ...Object.fromEntries(
      writes.map(({ unitId, entryId, after }) => [`entries.${unitId}.${entryId}`, command.set(after)]),
    ),
    ...Object.fromEntries(
      Object.entries(differences(writes)).map(([unitId, added]) => [`counts.${unitId}`, command.inc(added)]),
    ),
  }
}

function revisionHolds({ unitId, entryId, before }: EntryWrite): [string, unknown] {
  return [`entries.${unitId}.${entryId}.revision`, before === undefined ? command.exists(false) : before.revision]
}

/** By unit, what these writes add to its sum, in hundredths. */
function differences(writes: readonly EntryWrite[]): CountyRecordDocument['counts'] {
  const added: CountyRecordDocument['counts'] = {}
  for (const { unitId, before, after } of writes)
    added[unitId] = (added[unitId] ?? 0) + countedBy(after) - countedBy(before)
  return added
}
