import type { LookedDoubt } from '#shared/content/look-at'
import type { MeetingPerson, MeetingRow, MeetingUnit } from '#shared/contract/meeting-contract'
import { type Attendance, isAboutMeeting, type Meeting, markOf } from '#shared/records/meeting'
import type { RecordDoubt } from '#shared/records/record'
import { showDoubt } from '#shared/records/show-records'
import { replacedAt } from '#shared/records/shown-entries'
import type { Unit } from '../../repositories/units'

/** Whether the doubt is about somebody at this meeting, or about the unit's absence from it. */
export function isAbout(
  { _id }: Pick<Meeting, '_id'>,
  { measure, entryId }: Pick<RecordDoubt, 'measure' | 'entryId'>,
): boolean {
  return entryId !== null && isAboutMeeting(_id, measure, entryId)
}

/** A meeting in figures. */
export function meetingRow(meeting: Meeting, doubts: readonly RecordDoubt[]): MeetingRow {
  const invited = Object.values(meeting.expected)
  const marks = Object.values(meeting.marks).flatMap(Object.values)
  const marked = (as: Attendance) => marks.filter(({ value }) => value.attendance === as).length
  return {
    meetingId: meeting._id,
    title: meeting.title,
    kind: meeting.kind,
    date: meeting.date,
    units: invited.length,
    expected: invited.reduce((sum, people) => sum + people.length, 0),
    absent: marked('absent'),
    leave: marked('leave'),
    proxy: marked('proxy'),
    doubtsOpen: doubts.filter(doubt => doubt.answer === null && isAbout(meeting, doubt)).length,
  }
}

/** One unit's people at a meeting, how they attended, and what the unit says of it. */
export function meetingUnit(meeting: Meeting, unit: Unit, doubts: readonly LookedDoubt[]): MeetingUnit {
  return {
    unitId: unit._id,
    name: unit.name,
    people: (meeting.expected[unit._id] ?? []).map((person, place) => personAt(meeting, unit._id, person, place)),
    doubts: doubts.filter(doubt => doubt.unitId === unit._id && isAbout(meeting, doubt)).map(showDoubt),
  }
}

function personAt(meeting: Meeting, unitId: string, person: string, place: number): MeetingPerson {
  const mark = markOf(meeting, unitId, place)
  return {
    person,
    ...mark.value,
    revision: mark.revision,
    was: mark.was.map(({ value, reason }, at) => ({ ...value, reason, at: replacedAt(mark, at) })),
  }
}

/** Somebody who is likely to be expected and of whom nothing is known yet. */
export function likelyPerson(person: string): MeetingPerson {
  return { person, attendance: 'present', note: '', revision: 0, was: [] }
}
