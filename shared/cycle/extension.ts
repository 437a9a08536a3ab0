import type { Instant } from '../assessment/signature'
import { type Problem, problem } from '../errors/problems'
import { daysUntil, dayText, endOfDate, endOfDay, printDay } from './beijing-time'
import { type Cycle, deadlinesOf } from './cycle'

type Deadlines = Pick<Cycle, 'selfDeadline' | 'grace' | 'lockAfterDeadline' | 'reviewDeadline'>

/** When 报送 is due for everybody who has no extension. */
const usualDueAt = (cycle: Deadlines): Instant => deadlinesOf(cycle).selfDueAt

/**
 * The days to which the office may extend, YYYY-MM-DD; null where none is left. The last is the day before 评分 ends:
 * departments have that day at least.
 */
export function extensionDays(cycle: Deadlines, now: Instant): { first: string; last: string } | null {
  // The deadline's own day is another deadline only where it ends later.
  const first = dayText(Math.max(now, usualDueAt(cycle) + 1000))
  const last = dayText(endOfDay(cycle.reviewDeadline, -1))
  return first <= last ? { first, last } : null
}

/** How much later than the county's deadline with grace the end of that day is; null: not at all. */
export function extensionLength(cycle: Deadlines, until: string | null): number {
  return until === null ? 0 : endOfDate(until) - usualDueAt(cycle)
}

/** Why an extension to that day cannot be granted now, or with null why none can be taken back. */
export function extensionProblem(cycle: Deadlines, until: string | null, now: Instant): Problem | null {
  const due = usualDueAt(cycle)
  if (until === null) return now > due ? problem('extension.over') : null
  const extended = endOfDate(until)
  if (extended < now) return problem('extension.past')
  if (extended <= due) return problem('extension.not-later', { day: printDay(due) })
  if (daysUntil(cycle.reviewDeadline, extended) < 1)
    return problem('extension.after-review', { day: printDay(cycle.reviewDeadline) })
  return null
}
