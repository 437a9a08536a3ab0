import type { Meeting } from '#shared/records/meeting'
import { collection } from '../infrastructure/collection'

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

/** A projection of parts leaves out what has none of them. */
function withParts<Part extends Pick<Meeting, 'expected' | 'marks'>>(found: Part[]): Part[] {
  return found.map(meeting => ({ ...meeting, expected: meeting.expected ?? {}, marks: meeting.marks ?? {} }))
}
