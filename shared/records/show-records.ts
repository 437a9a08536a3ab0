import type { LookedDoubt } from '../content/look-at'
import type { MeasureId } from '../rules/rule'
import type { Meeting } from './meeting'
import type { CountyRecordDocument, RecordEntry } from './record'
import type { RecordsOfUnit, ShownDoubt, ShownEntry, ShownRecord } from './records-of-unit'
import { showAttendance } from './show-attendance'
import { inOrder, lastOf, replacedAt } from './shown-entries'

/** As much of the stored documents as concerns one unit; other units' parts may be missing. */
export interface StoredRecords {
  /** 任务数 by unit. */
  targets: Readonly<Record<string, Record<MeasureId, number>>>
  records: readonly Pick<CountyRecordDocument, 'measure' | 'source' | 'others' | 'entries'>[]
  meetings: readonly Pick<Meeting, '_id' | 'title' | 'date' | 'expected' | 'marks'>[]
  doubts: readonly LookedDoubt[]
}

/** What the county holds of one unit. Entries by date, then by the order in which they were written. */
export function showRecords(unitId: string, stored: StoredRecords): RecordsOfUnit {
  const records: Record<MeasureId, ShownRecord> = showAttendance(unitId, stored.meetings)
  for (const { measure, source, others, entries } of stored.records) {
    const own = Object.entries(entries[unitId] ?? {})
    if (own.length === 0 && others === 'unknown') continue
    records[measure] = { source, scope: '', entries: inOrder(own.map(([entryId, entry]) => showEntry(entryId, entry))) }
  }
  const doubts = stored.doubts.filter(doubt => doubt.unitId === unitId).map(showDoubt)
  return { records, targets: stored.targets[unitId] ?? {}, doubts: doubts.sort((a, b) => a.at - b.at) }
}

/** A doubt without who is behind it: both sides speak for a unit or a department. */
export function showDoubt({ _id, measure, entryId, text, held, signature, answer }: LookedDoubt): ShownDoubt {
  return {
    doubtId: _id,
    measure,
    entryId,
    text,
    ...(held ? { held } : {}),
    at: signature.at,
    answer: answer && {
      kind: answer.kind,
      text: answer.text,
      ...(answer.held ? { held: answer.held } : {}),
      by: answer.by,
      at: answer.signature.at,
    },
  }
}

/** An entry with what it said before. */
export function showEntry(entryId: string, entry: RecordEntry): ShownEntry {
  const { revision, value, was } = entry
  const last = value ?? lastOf(was.map(former => former.value))
  return {
    entryId,
    revision,
    ...last,
    was: was.map(({ value: former, reason }, place) => ({ value: former, reason, at: replacedAt(entry, place) })),
    removed: value === null,
  }
}
