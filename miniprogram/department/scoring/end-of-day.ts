import type { Instant } from '#shared/assessment/assessment'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Everybody in China lives in UTC+8, whatever the machine is set to. */
const OFFSET = 8 * HOUR

/** The last second of the day that is `days` after today: who has until the 11th has all of the 11th. */
export function endOfDay(now: Instant, days: number): Instant {
  const midnight = Math.floor((now + OFFSET) / DAY) * DAY - OFFSET
  return midnight + (days + 1) * DAY - 1000
}
