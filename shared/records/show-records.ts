import type { MeasureId } from '../rules/rule'
import {
  type AttendanceMark,
  type AttendanceMeasure,
  attendanceMeasures,
  attendanceNames,
  attendanceSource,
  type Meeting,
  placeKey,
} from './meeting'
import type { Corrected, CountyRecordDocument, EntryValue, RecordDoubt, RecordEntry } from './record'
import type { RecordsOfUnit, ShownDoubt, ShownEntry, ShownRecord } from './records-of-unit'

/** As much of the stored documents as concerns one unit; other units' parts may be missing. */
export interface StoredRecords {
  /** 任务数 by unit. */
  targets: Readonly<Record<string, Record<MeasureId, number>>>
  records: readonly Pick<CountyRecordDocument, 'measure' | 'source' | 'others' | 'entries'>[]
  meetings: readonly Pick<Meeting, '_id' | 'title' | 'date' | 'expected' | 'marks'>[]
  doubts: readonly RecordDoubt[]
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
export function showDoubt({ _id, measure, entryId, text, signature, answer }: RecordDoubt): ShownDoubt {
  return {
    doubtId: _id,
    measure,
    entryId,
    text,
    at: signature.at,
    answer: answer && { kind: answer.kind, text: answer.text, by: answer.by, at: answer.signature.at },
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

/** When the former value at this place gave way: when the one after it was written. */
function replacedAt({ was, signature }: Corrected<unknown>, place: number): number {
  return (was[place + 1]?.signature ?? signature).at
}

const nothing: EntryValue = { what: '', date: '', level: '', count: 0 }

/** What an entry that is taken out said last. */
function lastOf(values: readonly (EntryValue | null)[]): EntryValue {
  return values.filter(value => value !== null).at(-1) ?? nothing
}

/** The four measures that meetings yield, once the unit was expected at one of them. */
function showAttendance(unitId: string, meetings: StoredRecords['meetings']): Record<MeasureId, ShownRecord> {
  const attended = meetings.filter(({ expected }) => (expected[unitId]?.length ?? 0) > 0)
  if (attended.length === 0) return {}
  const scope = `共${attended.length}次会议`
  return Object.fromEntries(
    attendanceMeasures.map(measure => {
      const entries = attended.flatMap(meeting => attendanceEntries(unitId, meeting, measure))
      return [measure, { source: attendanceSource, scope, entries: inOrder(entries) }]
    }),
  )
}

const markedAs: Record<Exclude<AttendanceMeasure, 'absent-meetings'>, AttendanceMark['attendance']> = {
  absences: 'absent',
  leaves: 'leave',
  proxies: 'proxy',
}

function attendanceEntries(
  unitId: string,
  meeting: StoredRecords['meetings'][number],
  measure: AttendanceMeasure,
): ShownEntry[] {
  const people = meeting.expected[unitId] ?? []
  const marks = meeting.marks[unitId] ?? {}
  if (measure === 'absent-meetings') return absentMeeting(meeting, people, marks)
  const wanted = markedAs[measure]
  return people.flatMap((person, place) => {
    const mark = marks[placeKey(place)]
    const everWanted = mark && [mark.value, ...mark.was.map(({ value }) => value)].some(at => at.attendance === wanted)
    return mark && everWanted ? [attendanceEntry(meeting, place, person, mark, wanted)] : []
  })
}

/** A person's mark as an entry of one measure: taken out where the person is marked otherwise now. */
function attendanceEntry(
  { _id, title, date }: StoredRecords['meetings'][number],
  place: number,
  person: string,
  mark: Corrected<AttendanceMark>,
  wanted: AttendanceMark['attendance'],
): ShownEntry {
  const counted = ({ attendance, note }: AttendanceMark): EntryValue | null =>
    attendance === wanted ? { what: wordsOf(title, person, note), date, level: '', count: 1 } : null
  const now = counted(mark.value)
  const former = mark.was.map(({ value, reason }, at) => ({ value: counted(value), reason, at: replacedAt(mark, at) }))
  const shown = now ?? lastOf(former.map(({ value }) => value))
  const entryId = `${_id}-${placeKey(place)}`
  return { entryId, revision: mark.revision, ...shown, was: former, removed: now === null }
}

function wordsOf(title: string, person: string, note: string): string {
  return `${title}　${person}${note === '' ? '' : `（${note}）`}`
}

/** One entry for a meeting at which anybody of the unit was absent. */
function absentMeeting(
  { _id, title, date }: StoredRecords['meetings'][number],
  people: readonly string[],
  marks: Readonly<Record<string, Corrected<AttendanceMark>>>,
): ShownEntry[] {
  const absent = people.filter((_, place) => marks[placeKey(place)]?.value.attendance === 'absent')
  if (absent.length === 0) return []
  const what = `${title}　${absent.join('、')}${attendanceNames.absent}`
  return [{ entryId: _id, revision: 1, what, date, level: '', count: 1, was: [], removed: false }]
}

function inOrder(entries: ShownEntry[]): ShownEntry[] {
  return entries.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}
