import { endOfDay, printDay, printMoment } from '#shared/cycle/beijing-time'

const evening = Date.UTC(2026, 11, 8, 12, 31)

test('who has three days has all of the third', () => {
  expect(printMoment(endOfDay(evening, 3), evening)).toBe('12月11日 23:59')
})

test("the day is the county's, whatever the machine is set to", () => {
  expect(printDay(endOfDay(Date.UTC(2026, 11, 8, 16), 0))).toBe('12月9日')
})
