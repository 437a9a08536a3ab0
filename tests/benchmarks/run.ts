import { ensureBuilt } from '../../localcloud/builds'
import { type Benchmark, report } from './benchmark'

/** `npm run bench -- NAME`: measures, prints a table and one JSON line, exits 1 where a budget does not hold. */
const benchmarks: Record<string, () => Promise<{ default: Benchmark }>> = {
  scoring: () => import('./scoring'),
  rules: () => import('./rules'),
  'weapp-size': () => import('./weapp-size'),
  load: () => import('./load'),
  save: () => import('./save'),
  clock: () => import('./clock'),
  sheet: () => import('./sheet'),
}

async function main() {
  const name = process.argv[2] ?? ''
  const load = benchmarks[name]
  if (!load) {
    console.error(`No benchmark "${name}". There are: ${Object.keys(benchmarks).join(', ')}.`)
    process.exit(2)
  }
  const { default: benchmark } = await load()
  for (const build of benchmark.needs) await ensureBuilt(build, () => undefined)
  process.exit(report(benchmark.name, await benchmark.measure()) ? 0 : 1)
}

void main()
