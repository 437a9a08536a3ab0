import { type AttendanceMark, type Meeting, placeKey } from '#shared/records/meeting'
import type { Corrected } from '#shared/records/record'
import { collection, command } from '../infrastructure/collection'

export const meetings = collection<Meeting>('meetings')

/** A meeting as a unit's record needs it; `expected` and `marks` may hold some units only. */
export type MeetingPart = Pick<Meeting, '_id' | 'title' | 'date' | 'expected' | 'marks'>

/** All meetings of the cycle, with those units' people and marks. One round trip. */
export async function listMeetingsOf(cycleId: string, unitIds: readonly string[]): Promise<MeetingPart[]> {
  const parts = unitIds.flatMap(unitId => [`expected.${unitId}` as const, `marks.${unitId}` as const])
  return withParts(await meetings.list({ cycleId }, { fields: ['title', 'date'], parts }))
}

/** All meetings of the cycle with everybody. One round trip. */
export async function listMeetings(cycleId: string): Promise<Meeting[]> {
  return withParts(await meetings.list({ cycleId }))
}

/** How many meetings the cycle has. One round trip. */
export async function countMeetings(cycleId: string): Promise<number> {
  return (await meetings.list({ cycleId }, { fields: ['date'] })).length
}

/** One meeting with everybody, or null. One round trip. */
export async function readMeeting(meetingId: string): Promise<Meeting | null> {
  const found = await meetings.read(meetingId)
  return found && (withParts([found])[0] ?? null)
}

/** False where a meeting of that id stands: it is left alone. One round trip. */
export function addMeeting(meeting: Meeting): Promise<boolean> {
  return meetings.add(meeting)
}

/** Marks one person otherwise, if the mark still is the one that was read; 0 stands for none. One round trip. */
export async function changeMark(
  meetingId: string,
  { unitId, place, before }: { unitId: string; place: number; before: number },
  after: Corrected<AttendanceMark>,
): Promise<boolean> {
  const mark = `marks.${unitId}.${placeKey(place)}`
  const changed = await meetings.update(
    { _id: meetingId, [`${mark}.revision`]: before === 0 ? command.exists(false) : before },
    { [mark]: command.set(after) },
  )
  return changed === 1
}

/** A projection of parts leaves out what has none of them. */
function withParts<Part extends Pick<Meeting, 'expected' | 'marks'>>(found: Part[]): Part[] {
  return found.map(meeting => ({ ...meeting, expected: meeting.expected ?? {}, marks: meeting.marks ?? {} }))
}
