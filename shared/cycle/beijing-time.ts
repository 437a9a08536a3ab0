import type { Instant } from '../assessment/assessment'

/** The county's clock: China has one time zone and no summer time, so no time-zone table is needed on a phone. */
const beijing = 8 * 60 * 60 * 1000
const dayLength = 24 * 60 * 60 * 1000

const there = (instant: Instant) => new Date(instant + beijing)
const dayNumber = (instant: Instant) => Math.floor((instant + beijing) / dayLength)

/** 12月9日 */
export function printDay(instant: Instant): string {
  return `${there(instant).getUTCMonth() + 1}月${there(instant).getUTCDate()}日`
}

/** 12月15日 周二 */
export function printWeekday(instant: Instant): string {
  return `${printDay(instant)} 周${'日一二三四五六'.charAt(there(instant).getUTCDay())}`
}

/** 9:05 */
export function printClock(instant: Instant): string {
  return `${there(instant).getUTCHours()}:${String(there(instant).getUTCMinutes()).padStart(2, '0')}`
}

/** 今天 19:42 on the same day, else 12月8日 19:42. */
export function printMoment(instant: Instant, now: Instant): string {
  return `${dayNumber(instant) === dayNumber(now) ? '今天' : printDay(instant)} ${printClock(instant)}`
}

/** Whole days by the calendar: 0 on the day itself, negative afterwards. */
export function daysUntil(instant: Instant, now: Instant): number {
  return dayNumber(instant) - dayNumber(now)
}

/** The last second of the day that is `days` after today: who has until the 11th has all of the 11th. */
export function endOfDay(now: Instant, days: number): Instant {
  return (dayNumber(now) + days + 1) * dayLength - beijing - 1000
}

/** YYYY-MM-DD */
export function dayText(instant: Instant): string {
  return there(instant).toISOString().slice(0, 10)
}

/** The last second of YYYY-MM-DD by the county's clock. */
export function endOfDate(date: string): Instant {
  return Date.parse(`${date}T23:59:59+08:00`)
}

/** Noon of YYYY-MM-DD by the county's clock: the day as an instant, to be printed. */
export function noonOf(date: string): Instant {
  return Date.parse(`${date}T12:00:00+08:00`)
}

/** The hour of that day by the county's clock; 9.5 is 9:30. */
export function atClock(day: Instant, hour: number): Instant {
  return dayNumber(day) * dayLength - beijing + hour * 60 * 60 * 1000
}

/** 2026年12月9日 19:42, as WeChat takes a time or a date. */
export function printTimeField(instant: Instant): string {
  return `${there(instant).getUTCFullYear()}年${printDay(instant)} ${printClock(instant)}`
}
