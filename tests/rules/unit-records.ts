import { type CountyRecord, noRecords, type UnitRecords } from '#shared/rules/unit-records'

/** Records of one unit as a test tells them: plain counts, a target, a score. */
export interface Told {
  counts?: Record<string, number>
  targets?: Record<string, number>
  scores?: Record<string, number>
  subordinates?: Record<string, number[]>
  group?: string
  place?: number
}

export function recordsOf(told: Told): UnitRecords {
  return {
    ...noRecords,
    counts: mapOf(told.counts, count => countyRecord([['', count]])),
    targets: mapOf(told.targets, target => target),
    scores: mapOf(told.scores, score => score),
    subordinates: mapOf(told.subordinates, scores => scores),
    group: told.group ?? null,
    place: told.place ?? null,
  }
}

export function countyRecord(entries: [what: string, count: number][], source = '县总签到记录'): CountyRecord {
  return { source, entries: entries.map(([what, count]) => ({ what, count })) }
}

function mapOf<Value, Mapped>(values: Record<string, Value> = {}, map: (value: Value) => Mapped): Map<string, Mapped> {
  return new Map(Object.entries(values).map(([key, value]) => [key, map(value)]))
}
