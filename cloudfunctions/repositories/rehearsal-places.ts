import type { Instant } from '#shared/assessment/assessment'
import { entriesPerDay } from '#shared/cycle/rehearsal'
import { collection, command } from '../infrastructure/collection'

/** One person's place in a 演练, kept while they are away, so that what they tried is there when they come back. */
export interface RehearsalPlace {
  /** `cycleId:memberId`: a person has one, whatever kinds of unit they try. */
  _id: string
  cycleId: string
  memberId: string
  /** The day of the last entry as YYYY-MM-DD, and how many there were on it. */
  day: string
  entries: number
  takenAt: Instant
}

const places = collection<RehearsalPlace>('rehearsal-places')

/**
 * Enters by the person's place, or by a new one. A new one is written first and counted afterwards: whoever does not fit
 * gives it back, so that even at once never more are in than there are places. One round trip for who has a place and
 * was in today, four at most.
 */
export async function takePlace(
  { cycleId, memberId, day, now }: { cycleId: string; memberId: string; day: string; now: Instant },
  most: number,
): Promise<'taken' | 'full' | 'too-often'> {
  const _id = `${cycleId}:${memberId}`
  const again = { _id, day, entries: command.lt(entriesPerDay) }
  if ((await places.update(again, { entries: command.inc(1) })) === 1) return 'taken'
  if ((await places.update({ _id, day: command.neq(day) }, { day, entries: 1 })) === 1) return 'taken'
  if (!(await places.add({ _id, cycleId, memberId, day, entries: 1, takenAt: now }))) return 'too-often'
  if ((await countPlaces(cycleId)) <= most) return 'taken'
  await places.remove({ _id })
  return 'full'
}

/** How many have a place. One round trip for a thousand. */
export async function countPlaces(cycleId: string): Promise<number> {
  return (await places.list({ cycleId }, { fields: ['_id'] })).length
}

/** Some of the places. One round trip. */
export function listPlaces(cycleId: string, limit: number): Promise<Pick<RehearsalPlace, '_id' | 'memberId'>[]> {
  return places.list({ cycleId }, { fields: ['memberId'], limit })
}

/** One round trip. */
export async function removePlaces(placeIds: readonly string[]): Promise<void> {
  await places.remove({ _id: command.in([...placeIds]) })
}
