import { type RecordsOfUnit, unitRecords } from '#shared/records/records-of-unit'
import { type StoredRecords, showRecords } from '#shared/records/show-records'
import type { StoredSums } from '#shared/records/sum-records'
import type { Item } from '#shared/rubric/rubric'
import { countedIn, targetsIn } from '#shared/rules/measures'
import type { MeasureId } from '#shared/rules/rule'
import type { UnitRecords } from '#shared/rules/unit-records'
import { listRecordSums, listRecordsOf } from '../../repositories/county-records'
import { listMeetings, listMeetingsOf } from '../../repositories/meetings'
import { listDoubtsOf } from '../../repositories/record-doubts'
import { readTargets, readTargetsOf } from '../../repositories/targets'
import type { UnreadRecords } from '../views/reading'

/** What the county holds of those units. One parallel round trip, so that it loads beside the sheet. */
export async function loadRecordsOf(cycleId: string, unitIds: readonly string[]): Promise<UnreadRecords> {
  const [targets, records, meetings, doubts] = await Promise.all([
    readTargetsOf(cycleId, unitIds),
    listRecordsOf(cycleId, unitIds),
    listMeetingsOf(cycleId, unitIds),
    listDoubtsOf(cycleId, unitIds),
  ])
  return { targets, records, meetings, doubts }
}

/** Only what stands in the records and meetings of those units. One parallel round trip; none where no unit is named. */
export async function loadEntriesOf(
  cycleId: string,
  unitIds: readonly string[],
): Promise<Pick<StoredRecords, 'records' | 'meetings'>> {
  if (unitIds.length === 0) return { records: [], meetings: [] }
  const [records, meetings] = await Promise.all([listRecordsOf(cycleId, unitIds), listMeetingsOf(cycleId, unitIds)])
  return { records, meetings }
}

/** What the evaluator counts of a unit: no words are read for it. */
export function countedOf(unitId: string, stored: UnreadRecords): UnitRecords {
  return unitRecords(showRecords(unitId, { ...stored, doubts: [] }))
}

/** The sums of some measures for every unit of the cycle. One parallel round trip. */
export async function loadRecordSums(cycleId: string, measures: readonly MeasureId[]): Promise<StoredSums> {
  const [targets, records, meetings] = await Promise.all([
    readTargets(cycleId),
    listRecordSums(cycleId, measures),
    listMeetings(cycleId),
  ])
  return { targets: targets?.units ?? {}, records, meetings }
}

/** What of it these items rest on: a department sees no record that it does not score by. */
export function recordsFor(items: readonly Item[], held: RecordsOfUnit): RecordsOfUnit {
  const measures = measuresUnder(items)
  return { ...sumsFor(items, held), doubts: held.doubts.filter(({ measure }) => measures.has(measure)) }
}

/** The same of sums, which hold no doubts. */
export function sumsFor(items: readonly Item[], { records, targets }: HeldSums): HeldSums {
  const measures = measuresUnder(items)
  return { records: only(records, measures), targets: only(targets, measures) }
}

type HeldSums = Pick<RecordsOfUnit, 'records' | 'targets'>

function measuresUnder(items: readonly Item[]): ReadonlySet<MeasureId> {
  return new Set(items.flatMap(item => [...countedIn(item).map(({ measure }) => measure), ...targetsIn(item)]))
}

function only<Value>(values: Readonly<Record<MeasureId, Value>>, measures: ReadonlySet<MeasureId>) {
  return Object.fromEntries(Object.entries(values).filter(([measure]) => measures.has(measure)))
}
