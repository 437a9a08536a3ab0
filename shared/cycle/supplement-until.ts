import type { Instant } from '../assessment/signature'
import { endOfDay } from './beijing-time'

const DAY = 24 * 60 * 60 * 1000

/**
 * Until when a unit supplies what a visit asked for. The day was said on the spot, perhaps without network and by a phone
 * whose clock is wrong, and the unit's own phone tells it only when the county has it. So the server's time decides: a
 * unit always has the whole day after that, and nobody waits beyond the time in which units can still supply.
 */
export function supplementUntil(asked: Instant, receivedAt: Instant, reviewOpenUntil: Instant): Instant {
  const least = asked < receivedAt + DAY ? Math.max(asked, endOfDay(receivedAt, 1)) : asked
  return Math.min(least, Math.max(reviewOpenUntil, receivedAt + 1))
}
