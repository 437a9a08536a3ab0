import type { Instant } from '#shared/assessment/assessment'

/** The county's clock: China has one time zone and no summer time, so no time-zone table is needed on a phone. */
const beijing = 8 * 60 * 60 * 1000
export const dayLength = 24 * 60 * 60 * 1000

/** 12月9日 */
export function printDay(instant: Instant): string {
  const there = new Date(instant + beijing)
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
}

/** 2026年12月9日 */
export function printDate(instant: Instant): string {
  return `${new Date(instant + beijing).getUTCFullYear()}年${printDay(instant)}`
}

/** 9:05 */
export function printClock(instant: Instant): string {
  const there = new Date(instant + beijing)
  return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, '0')}`
}

/** 12月16日 周三 16:00 */
export function printMoment(instant: Instant): string {
  const weekday = '日一二三四五六'.charAt(new Date(instant + beijing).getUTCDay())
  return `${printDay(instant)} 周${weekday} ${printClock(instant)}`
}
