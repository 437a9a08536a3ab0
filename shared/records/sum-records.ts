import type { MeasureId } from '../rules/rule'
import type { CountyRecordDocument } from './record'
import type { RecordsOfUnit, ShownRecord } from './records-of-unit'
import { type StoredRecords, showRecords } from './show-records'

/** What by-item lists read of a record: sums, no entries. */
export type CountedRecord = Pick<CountyRecordDocument, 'measure' | 'source' | 'others' | 'counts'>

/** The stored sums instead of single entries; meetings are few and stay whole. */
export interface StoredSums {
  targets: StoredRecords['targets']
  records: readonly CountedRecord[]
  meetings: StoredRecords['meetings']
}

/** What the county holds of one unit in sums: enough for figure and verdict, too little for a trail's entries. */
export function sumRecords(unitId: string, sums: StoredSums): Pick<RecordsOfUnit, 'records' | 'targets'> {
  const { records, targets } = showRecords(unitId, { ...sums, records: [], doubts: [] })
  const counted: Record<MeasureId, ShownRecord> = {}
  for (const { measure, source, others, counts } of sums.records) {
    const hundredths = counts[unitId]
    if (hundredths === undefined && others === 'unknown') continue
    counted[measure] = { source, scope: '', entries: hundredths === undefined ? [] : [sumEntry(hundredths / 100)] }
  }
  return { records: { ...records, ...counted }, targets }
}

function sumEntry(count: number): ShownRecord['entries'][number] {
  return { entryId: '', revision: 0, what: '', date: '', level: '', count, was: [], removed: false }
}
