import type { LookedDoubt } from '#shared/content/look-at'
import type { KeptDoubt } from '#shared/contract/record-contract'
import type { DescribedMeasure } from '#shared/records/describe-measures'
import { type StoredRecords, showDoubt, showRecords } from '#shared/records/show-records'

/** What the named entries say; whose they are, a doubt names itself. */
export type HeldEntries = Pick<StoredRecords, 'records' | 'meetings'>

/** A doubt as its keeper reads it: by whom, of what, and what the entry says. */
export function keptDoubt(
  doubt: LookedDoubt,
  unitName: string,
  measures: readonly DescribedMeasure[],
  held: HeldEntries,
): KeptDoubt {
  const { unitId, measure, entryId } = doubt
  const entries = showRecords(unitId, { ...held, targets: {}, doubts: [] }).records[measure]?.entries ?? []
  return {
    ...showDoubt(doubt),
    unitId,
    unitName,
    measureName: measures.find(described => described.measure === measure)?.name ?? '',
    entryWords: entries.find(entry => entry.entryId === entryId)?.what ?? '',
  }
}
