import { daysUntil, printClock, printDay, printMoment, printWeekday } from '#shared/cycle/beijing-time'

const at = (text: string) => Date.parse(`${text}+08:00`)

test('prints days and clocks of the county, wherever it runs', () => {
  expect(printDay(at('2026-12-09T00:00:00'))).toBe('12月9日')
  expect(printClock(at('2026-12-09T09:05:00'))).toBe('9:05')
  expect(printWeekday(at('2026-12-15T23:59:59'))).toBe('12月15日 周二')
})

test('the day begins at midnight in Beijing', () => {
  const now = at('2026-12-09T00:01:00')
  expect(printMoment(at('2026-12-09T00:00:00'), now)).toBe('今天 0:00')
  expect(printMoment(at('2026-12-08T23:59:00'), now)).toBe('12月8日 23:59')
  expect(daysUntil(at('2026-12-15T18:00:00'), now)).toBe(6)
  expect(daysUntil(at('2026-12-08T23:59:00'), now)).toBe(-1)
})
