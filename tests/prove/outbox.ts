import { proveHistories } from '../miniprogram/outbox/model/prove-histories'
import { openNearCounty } from '../support/county/near-county'

const RUNS = 10_000
/** Apart, so that one that goes wrong is told before all others have been lived. */
const SEEDS = [20261128, 20261129, 20261130, 20261201, 20261202]

/** Ten thousand evenings of two people with three machines on one sheet: `npm run prove -- outbox [runs]`. */
export async function prove(runs = Number(process.argv[3] ?? RUNS)): Promise<void> {
  const county = await openNearCounty()
  try {
    const all = []
    for (const seed of SEEDS) {
      const counts = await proveHistories(county, { seed, runs: Math.ceil(runs / SEEDS.length) })
      console.log(`seed ${seed}: ${counts.line()}`)
      all.push(counts)
    }
    const [first, ...others] = all
    if (first) console.log(`prove outbox: ${first.with(others).line()}`)
  } finally {
    county.close()
  }
}
