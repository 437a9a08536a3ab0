import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Benchmark } from './benchmark'

const bundle = resolve('dist/cloudfunctions/api/index.js')

/** Cold start: loading the bundled api function, as a share of loading the unbundled SDK, alternately in one run. */
const load: Benchmark = {
  name: 'load',
  needs: ['functions'],
  measure: async () => {
    const api: number[] = []
    const sdk: number[] = []
    for (let round = 0; round < 15; round += 1) {
      api.push(loadMilliseconds(bundle))
      sdk.push(loadMilliseconds('@cloudbase/node-sdk'))
    }
    const share = median(api) / median(sdk)
    console.log(
      `api bundle ${median(api).toFixed(0)} ms, unbundled SDK ${median(sdk).toFixed(0)} ms (medians of ${api.length})`,
    )
    return [
      {
        what: 'api bundle / unbundled SDK',
        measured: Math.round(share * 100) / 100,
        budget: 0.6,
        unit: 'of the SDK',
        bound: 'most',
      },
    ]
  },
}

/** Loads a module in a process of its own, because a module is loaded only once in each. */
function loadMilliseconds(module: string): number {
  const script = `const t = performance.now(); require(${JSON.stringify(module)}); console.log(performance.now() - t); process.exit(0)`
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim().split('\n').pop())
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export default load
