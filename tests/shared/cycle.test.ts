import fc from 'fast-check'
import { deadlinesOf, isLate, phases, scoresReachUnits } from '#shared/cycle/cycle'

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

test('departments’ scores reach the units from 得分核对 on', () => {
  expect(phases.filter(phase => scoresReachUnits({ phase }))).toEqual([
    'score-check',
    'approval',
    'publicity',
    'archived',
  ])
})
