import type { Hundredths } from '../scoring/points'
import type { MeasureId } from './rule'

/** One line of a record: the meeting that was missed, the article that was adopted. */
export interface RecordEntry {
  what: string
  count: number
  /** YYYY-MM-DD, or empty; what a list beside the trail shows. */
  date?: string
  /** Names the entry, so that every figure leads back to what made it. */
  entryId?: string
}

/** 县总记录 of one measure for one unit. No entries means that the county knows of none; no record, that nobody looked. */
export interface CountyRecord {
  /** As a sentence cites it: 县总签到记录. */
  source: string
  entries: readonly RecordEntry[]
}

/** Everything about one unit that a rule may ask. Maps, because an id must never meet a property of Object. */
export interface UnitRecords {
  counts: ReadonlyMap<MeasureId, CountyRecord>
  targets: ReadonlyMap<MeasureId, number>
  /** Scores that others made: 自评, 复评, 重点工作. */
  scores: ReadonlyMap<string, Hundredths>
  /** Scores of the unit's subordinates, by the name that a rule gives them. */
  subordinates: ReadonlyMap<string, readonly Hundredths[]>
  /** The kind of unit where the document distinguishes some. */
  group: string | null
  /** 名次 among the units of its audience, from 1. */
  place: number | null
}

export const noRecords: UnitRecords = {
  counts: new Map(),
  targets: new Map(),
  scores: new Map(),
  subordinates: new Map(),
  group: null,
  place: null,
}

/** How often, or null where nothing is recorded or what is recorded is no count. */
export function countOf(records: UnitRecords, measure: MeasureId): number | null {
  const record = records.counts.get(measure)
  if (record === undefined) return null
  let sum = 0
  for (const entry of record.entries) {
    if (!(entry.count >= 0)) return null
    sum += entry.count
  }
  return countable(sum)
}

/** More than any county counts. Beyond it a sum of binary fractions could no longer keep its hundredths. */
const beyondCounting = 10_000_000

/** The number, or null where it is none that can be counted with: not a number, below nothing, endless. */
export function countable(value: number | undefined): number | null {
  return value !== undefined && value >= 0 && value < beyondCounting ? value : null
}
