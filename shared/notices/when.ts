import type { Instant } from '../assessment/signature'
import { atClock } from '../cycle/beijing-time'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 8:00 and 21:00: nobody is told anything at night. */
const MORNING = 8
const EVENING = 21
/** Days before a deadline at which those who are not done are reminded, and at what hour. */
const REMINDER_DAYS = [7, 3, 1] as const
const REMINDER_HOUR = 9
const OFFICE_HOUR = 9.5

/** The first moment from `at` on that does not fall into the night. */
export function outsideQuietHours(at: Instant): Instant {
  if (at < atClock(at, MORNING)) return atClock(at, MORNING)
  return at < atClock(at, EVENING) ? at : atClock(at + DAY, MORNING)
}

/** 9:30: by then the morning's reminders were tried, and the office can be told whom they did not reach. */
export function officeHour(now: Instant): Instant {
  return atClock(now, OFFICE_HOUR)
}

/** When the day of `now` is over for messages. */
export function endOfTelling(now: Instant): Instant {
  return atClock(now, EVENING)
}

/** 7, 3 and 1 days before the deadline at 9:00, and on its own morning at 8:00 where an hour is left then; in order. */
export function reminderTimes(deadline: Instant): Instant[] {
  const before = REMINDER_DAYS.map(days => atClock(deadline - days * DAY, REMINDER_HOUR))
  const lastMorning = atClock(deadline, MORNING)
  return deadline - lastMorning < HOUR ? before : [...before, lastMorning]
}

/** The next reminder after `now`; null where none is left. */
export function nextReminder(deadline: Instant, now: Instant): Instant | null {
  return reminderTimes(deadline).find(time => time > now) ?? null
}
