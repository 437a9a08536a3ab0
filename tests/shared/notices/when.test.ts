import fc from 'fast-check'
import { printClock, printMoment } from '#shared/cycle/beijing-time'
import { nextReminder, outsideQuietHours, reminderTimes } from '#shared/notices/when'

const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-01-01') })
const hourOf = (at: number) => Number(printClock(at).split(':')[0])
const at = (text: string) => Date.parse(`${text}+08:00`)
const print = (times: number[]) => times.map(time => printMoment(time, 0))

test('nothing is told between 21:00 and 8:00, and nothing is told later than need be', () => {
  fc.assert(
    fc.property(instant, now => {
      const told = outsideQuietHours(now)
      expect(hourOf(told)).toBeGreaterThanOrEqual(8)
      expect(hourOf(told)).toBeLessThan(21)
      expect(told - now).toBeLessThanOrEqual(11 * 3_600_000)
      if (hourOf(now) >= 8 && hourOf(now) < 21) expect(told).toBe(now)
    }),
  )
})

test.each([
  ['2026-12-15T18:00:00', ['12月8日 9:00', '12月12日 9:00', '12月14日 9:00', '12月15日 8:00']],
  ['2026-12-15T23:59:59', ['12月8日 9:00', '12月12日 9:00', '12月14日 9:00', '12月15日 8:00']],
  // No hour is left on the morning itself, and the day before was told.
  ['2026-12-15T08:30:00', ['12月8日 9:00', '12月12日 9:00', '12月14日 9:00']],
  ['2026-12-15T00:00:00', ['12月8日 9:00', '12月12日 9:00', '12月14日 9:00']],
])('before %s those who are not done are reminded at %j', (deadline, expected) => {
  expect(print(reminderTimes(at(deadline)))).toEqual(expected)
})

test('reminders come in order, before the deadline, by day, and the next one is the first after now', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 10 * 86_400_000 }), (deadline, before) => {
      const times = reminderTimes(deadline)
      expect([...times].sort((a, b) => a - b)).toEqual(times)
      for (const time of times) {
        expect(time).toBeLessThan(deadline)
        expect(outsideQuietHours(time)).toBe(time)
      }
      const now = deadline - before
      expect(nextReminder(deadline, now)).toBe(times.find(time => time > now) ?? null)
    }),
  )
})
