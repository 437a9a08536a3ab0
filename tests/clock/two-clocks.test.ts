import { startTwoClocks } from './two-clocks'

/* The short form of `npm run prove -- two-clocks`. */

it('two clocks at the same instant send each notice exactly once', async () => {
  expect(await startTwoClocks(6)).toEqual({ rounds: 6, notices: 30, sentTwice: 0, notSent: 0 })
}, 120_000)
