import fc from 'fast-check'
import { daysUntil, dayText, endOfDate } from '#shared/cycle/beijing-time'
import { deadlinesOf, isLate, phases, scoresReachUnits } from '#shared/cycle/cycle'
import { extensionDays, extensionLength, extensionProblem } from '#shared/cycle/extension'

const hour = 3_600_000
const cycle = { selfDeadline: 1000 * hour, grace: 12 * hour, lockAfterDeadline: false, reviewDeadline: 2000 * hour }

describe('deadlines', () => {
  test('grace and the unit’s extension move the moment from which 报送 is late', () => {
    expect(deadlinesOf(cycle).selfDueAt).toBe(1012 * hour)
    expect(deadlinesOf(cycle, 24 * hour).selfDueAt).toBe(1036 * hour)
  })

  test('the last moment is still in time', () => {
    expect(isLate(1012 * hour, 1012 * hour)).toBe(false)
    expect(isLate(1012 * hour + 1, 1012 * hour)).toBe(true)
  })

  test('a late 报送 is accepted until the review ends, unless the cycle locks', () => {
    expect(deadlinesOf(cycle).selfOpenUntil).toBe(2000 * hour)
    expect(deadlinesOf({ ...cycle, lockAfterDeadline: true }).selfOpenUntil).toBe(1012 * hour)
  })

  test('nothing closes before it is due', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (selfDeadline, grace, reviewDeadline, extension, lockAfterDeadline) => {
          const open = deadlinesOf({ selfDeadline, grace, reviewDeadline, lockAfterDeadline }, extension)
          expect(open.selfOpenUntil).toBeGreaterThanOrEqual(open.selfDueAt)
          expect(open.selfDueAt).toBeGreaterThanOrEqual(selfDeadline)
        },
      ),
    )
  })
})

describe('展期', () => {
  const DAY = 24 * hour
  const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-01-01') })
  const anyCycle = fc.record({
    selfDeadline: instant,
    grace: fc.integer({ min: 0, max: 240 }).map(hours => hours * hour),
    lockAfterDeadline: fc.boolean(),
    reviewDays: fc.integer({ min: 0, max: 60 }),
  })
  const withReview = ({
    reviewDays,
    ...of
  }: {
    selfDeadline: number
    grace: number
    lockAfterDeadline: boolean
    reviewDays: number
  }) => ({
    ...of,
    reviewDeadline: of.selfDeadline + reviewDays * DAY,
  })

  test('every day that may be chosen is granted, ends that day, and is later than the county’s; no other day is', () => {
    fc.assert(
      fc.property(
        anyCycle.map(withReview),
        fc.integer({ min: -40, max: 70 }),
        fc.integer({ min: -5, max: 65 }),
        (of, passed, chosen) => {
          const now = of.selfDeadline + passed * DAY
          const until = dayText(of.selfDeadline + chosen * DAY)
          const days = extensionDays(of, now)
          const isOffered = days !== null && days.first <= until && until <= days.last
          expect(extensionProblem(of, until, now) === null).toBe(isOffered)
          if (!isOffered) return
          const open = deadlinesOf(of, extensionLength(of, until))
          expect(open.selfDueAt).toBe(endOfDate(until))
          expect(open.selfDueAt).toBeGreaterThan(deadlinesOf(of).selfDueAt)
          expect(open.selfDueAt).toBeGreaterThanOrEqual(now)
          expect(open.selfOpenUntil).toBeGreaterThanOrEqual(open.selfDueAt)
          // Departments have at least the last day of 评分.
          expect(daysUntil(open.reviewOpenUntil, open.selfDueAt)).toBeGreaterThanOrEqual(1)
        },
      ),
    )
  })

  test('is kept and added where the county’s own deadline moves', () => {
    fc.assert(
      fc.property(
        anyCycle.map(withReview),
        fc.nat({ max: 60 * DAY }),
        fc.nat({ max: 60 * DAY }),
        (of, length, moved) => {
          const before = deadlinesOf(of, length)
          const after = deadlinesOf({ ...of, selfDeadline: of.selfDeadline + moved }, length)
          expect(after.selfDueAt - before.selfDueAt).toBe(moved)
          expect(deadlinesOf(of, length).selfDueAt - deadlinesOf(of).selfDueAt).toBe(length)
        },
      ),
    )
  })

  test('is taken back only while the county’s own deadline is ahead, and then nothing is left of it', () => {
    fc.assert(
      fc.property(anyCycle.map(withReview), fc.integer({ min: -5, max: 5 }), (of, passed) => {
        const due = deadlinesOf(of).selfDueAt
        const now = due + passed * hour
        expect(extensionProblem(of, null, now) === null).toBe(now <= due)
        expect(deadlinesOf(of, extensionLength(of, null))).toEqual(deadlinesOf(of))
      }),
    )
  })
})

test('departments’ scores reach the units from 得分核对 on', () => {
  expect(phases.filter(phase => scoresReachUnits({ phase }))).toEqual([
    'score-check',
    'approval',
    'publicity',
    'archived',
  ])
})
