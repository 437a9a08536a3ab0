import type { CountyRecordDocument } from '#shared/records/record'
import type { CountedRecord } from '#shared/records/sum-records'
import type { MeasureId } from '#shared/rules/rule'
import { collection, command } from '../infrastructure/collection'

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
