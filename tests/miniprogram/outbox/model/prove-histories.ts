import fc from 'fast-check'
import type { NearCounty } from '../../../support/county/near-county'
import { arbitraryHistory } from './arbitrary-history'
import { Counts, runHistory } from './run-history'

/**
 * Lives that many histories of that seed and answers what they came to.
 * @throws Error with the smallest history that goes wrong, and how.
 */
export async function proveHistories(
  county: NearCounty,
  { seed, runs }: { seed: number; runs: number },
): Promise<Counts> {
  const counts = new Counts()
  const quiet = fc.asyncProperty(arbitraryHistory, async history => {
    const wrong = await runHistory(county, history, counts)
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
  })
  // The function writes a log line a call, which would be all there is to see.
  const say = console.log
  console.log = () => {}
  try {
    await fc.assert(quiet, { seed, numRuns: runs })
  } finally {
    console.log = say
  }
  return counts
}
