import { startTwoClocks } from '../clock/two-clocks'

/** Two clock functions started at the same instant, 100 times: `npm run prove -- two-clocks`. */
export async function prove(): Promise<void> {
  const { rounds, notices, sentTwice, notSent } = await startTwoClocks(100)
  console.log(`two-clocks: ${rounds} times, ${notices} notices, ${sentTwice} sent twice, ${notSent} not sent`)
  if (sentTwice + notSent > 0) throw new Error('a notice was not sent exactly once')
}
