import type { MeasureId } from '../rules/rule'
import {
  type AttendanceMark,
  type AttendanceMeasure,
  attendanceMeasures,
  attendanceNames,
  attendanceSource,
  type Meeting,
  personEntryId,
  placeKey,
} from './meeting'
import type { Corrected, EntryValue } from './record'
import type { ShownEntry, ShownRecord } from './records-of-unit'
import { inOrder, lastOf, replacedAt } from './shown-entries'

type HeldMeeting = Pick<Meeting, '_id' | 'title' | 'date' | 'expected' | 'marks'>

/** The four measures that meetings yield, once the unit was expected at one of them. */
export function showAttendance(unitId: string, meetings: readonly HeldMeeting[]): Record<MeasureId, ShownRecord> {
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

function attendanceEntries(unitId: string, meeting: HeldMeeting, measure: AttendanceMeasure): ShownEntry[] {
  const people = (meeting.expected[unitId] ?? []).flatMap((person, place): MarkedPerson[] => {
    const mark = meeting.marks[unitId]?.[placeKey(place)]
    return mark ? [{ person, place, mark }] : []
  })
  if (measure === 'absent-meetings') return absentMeeting(meeting, people)
  const wanted = markedAs[measure]
  return people
    .filter(({ mark }) => [mark, ...mark.was].some(({ value }) => value.attendance === wanted))
    .map(marked => personEntry(meeting, marked, wanted))
}

/** Somebody of the unit who is, or once was, marked at one meeting. */
interface MarkedPerson {
  person: string
  place: number
  mark: Corrected<AttendanceMark>
}

/** A person's mark as an entry of one measure: taken out where the person is marked otherwise now. */
function personEntry(
  { _id, title, date }: HeldMeeting,
  { person, place, mark }: MarkedPerson,
  wanted: AttendanceMark['attendance'],
): ShownEntry {
  const counted = ({ attendance, note }: AttendanceMark): EntryValue | null =>
    attendance === wanted ? { what: wordsOf(title, person, note), date, level: '', count: 1 } : null
  const now = counted(mark.value)
  const was = mark.was.map(({ value, reason }, at) => ({ value: counted(value), reason, at: replacedAt(mark, at) }))
  const shown = now ?? lastOf(was.map(({ value }) => value))
  return { entryId: personEntryId(_id, place), revision: mark.revision, ...shown, was, removed: now === null }
}

function wordsOf(title: string, person: string, note: string): string {
  return `${title}　${person}${note === '' ? '' : `（${note}）`}`
}

/** One entry for a meeting at which anybody of the unit is, or once was, marked absent; it changes with every mark. */
function absentMeeting({ _id, title, date }: HeldMeeting, people: readonly MarkedPerson[]): ShownEntry[] {
  const saying = (absent: readonly MarkedPerson[]): EntryValue | null => {
    const names = absent.map(({ person }) => person).join('、')
    return names === '' ? null : { what: `${title}　${names}${attendanceNames.absent}`, date, level: '', count: 1 }
  }
  const corrections = people
    .flatMap(({ mark }) => mark.was.map(({ reason }, place) => ({ reason, at: replacedAt(mark, place) })))
    .sort((a, b) => a.at - b.at)
  const was = corrections
    .map(({ reason, at }) => ({
      reason,
      at,
      value: saying(absentBefore(people, at)),
      next: saying(absentAt(people, at)),
    }))
    .filter(({ value, next }) => value?.what !== next?.what)
    .map(({ reason, at, value }) => ({ value, reason, at }))
  const now = saying(people.filter(({ mark }) => mark.value.attendance === 'absent'))
  if (now === null && was.length === 0) return []
  const shown = now ?? lastOf(was.map(({ value }) => value))
  return [{ entryId: _id, revision: was.length + 1, ...shown, was, removed: now === null }]
}

/** Who was marked absent just before that moment, and who from then on. */
const absentBefore = (people: readonly MarkedPerson[], at: number) => absentWhile(people, until => until >= at)
const absentAt = (people: readonly MarkedPerson[], at: number) => absentWhile(people, until => until > at)

function absentWhile(people: readonly MarkedPerson[], lasts: (until: number) => boolean): MarkedPerson[] {
  return people.filter(({ mark }) => {
    const former = mark.was.find((_, place) => lasts(replacedAt(mark, place)))
    return (former ?? mark).value.attendance === 'absent'
  })
}
