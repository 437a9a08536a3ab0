import { liveSeason } from './season/season'

/* The short form of `npm run prove -- season`. */

it('of a season with outages, doubled and killed clocks everybody hears of a deadline once, or is on the office’s list', async () => {
  const counts = await liveSeason({ units: 24, days: 12, every: 60, seed: 20270301 })
  expect(counts).toMatchObject({ missed: 0, toldTwice: 0, untrue: 0, withoutConsent: 0, atNight: 0 })
  expect(counts.extended).toBeGreaterThan(5)
  expect(counts.delivered).toBeGreaterThan(10)
  expect(counts.toldBefore).toBeGreaterThan(3)
  expect(counts.listedBefore).toBeGreaterThan(0)
}, 120_000)
