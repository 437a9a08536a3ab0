import type { OpenedMeeting } from '#shared/contract/meeting-contract'
import { personEntryId } from '#shared/records/meeting'
import type { ShownDoubt } from '#shared/records/records-of-unit'

/** Of what a unit says of a meeting, that which names this person or nobody. */
export function doubtsAbout(doubts: readonly ShownDoubt[], meetingId: string, place: number): ShownDoubt[] {
  const own = personEntryId(meetingId, place)
  return doubts.filter(({ entryId }) => entryId === own || entryId === null || entryId === meetingId)
}

/** Where a doubt leads: the person it names, or the first who is not marked as there. */
export function placeOfDoubt(unit: OpenedMeeting['units'][number], meetingId: string): number {
  const open = unit.doubts.filter(({ answer }) => answer === null)
  const named = unit.people.findIndex((_, place) =>
    open.some(({ entryId }) => entryId === personEntryId(meetingId, place)),
  )
  if (named >= 0) return named
  return Math.max(
    0,
    unit.people.findIndex(({ attendance }) => attendance !== 'present'),
  )
}
