import type { MeasureId } from '../rules/rule'
import { noRecords, type UnitRecords } from '../rules/unit-records'
import type { Hundredths } from '../scoring/points'
import type { EntryValue } from './record'

/** One entry as a unit, a department and the evaluator see it. */
export interface ShownEntry extends EntryValue {
  entryId: string
  /** Counts the values; a correction names the one it was made upon. */
  revision: number
  /** Values that stood here before, oldest first, with why and when (`at`) they were replaced. Null: not counted then. */
  was: { value: EntryValue | null; reason: string; at: number }[]
  /** Taken out: shown struck through, counted nothing. */
  removed: boolean
}

/** 县总记录 of one measure about one unit. */
export interface ShownRecord {
  /** 县总签到记录, 宣教部的记录. */
  source: string
  /** 「共7次会议」; empty where there is nothing to say. */
  scope: string
  entries: ShownEntry[]
}

export interface ShownDoubt {
  doubtId: string
  measure: MeasureId
  entryId: string | null
  text: string
  /** Held from others: see `MaybeHeld` of the contract. */
  held?: true
  at: number
  answer: { kind: 'corrected' | 'explained'; text: string; held?: true; by: string; at: number } | null
}

/** What the county holds of one unit: what travels to the phone is what feeds the rules, there and on the server. */
export interface RecordsOfUnit {
  /** A measure that is missing here was never recorded. */
  records: Record<MeasureId, ShownRecord>
  /** 任务数. */
  targets: Record<MeasureId, number>
  doubts: ShownDoubt[]
}

export const nothingRecorded: RecordsOfUnit = { records: {}, targets: {}, doubts: [] }

/** As the evaluator asks it. Scores, subordinates, group and place are the caller's to add where a cycle has them. */
export function unitRecords(
  { records, targets }: Pick<RecordsOfUnit, 'records' | 'targets'>,
  scores: ReadonlyMap<string, Hundredths> = noRecords.scores,
): UnitRecords {
  return {
    ...noRecords,
    scores,
    counts: new Map(
      Object.entries(records).map(([measure, { source, entries }]) => [
        measure,
        { source, entries: entries.filter(entry => !entry.removed) },
      ]),
    ),
    targets: new Map(Object.entries(targets)),
  }
}
