import type { Instant } from '#shared/assessment/assessment'

/** The server's time: the only clock that decides what is late, closed or expired. */
export function now(): Instant {
  return Date.now()
}
