import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { measuresOf, targetsOf } from '#shared/rules/measures'
import { noRecords, type UnitRecords } from '#shared/rules/unit-records'
import type { Benchmark, Figure } from './benchmark'

/**
 * All rules and facts of annex 1 over a unit's records, one core: figures and verdicts alone, and with every sentence of
 * every trail. Measured as it is deployed, bundled: the loader of the tests names every function that is made, which
 * costs more than the rules. A comparison with a general form engine on the same sheet is still to come.
 */
const rules: Benchmark = {
  name: 'rules',
  needs: [],
  measure: async () => {
    const [rubric] = shippedRubrics
    if (!rubric) throw new Error('annex 1 is missing')
    const units = Array.from({ length: 200 }, (_, seed) => recordsOf(rubric, seed))
    const { evaluateItem } = await bundled()
    const sheets = { items: itemsOf(rubric), units, evaluateItem }
    return [
      measured('25 items, without trails', 200_000, 50, sheets, false),
      measured('25 items, with trails', 50_000, 20, sheets, true),
    ]
  },
}

type Evaluator = typeof import('#shared/rules/evaluate')

async function bundled(): Promise<Evaluator> {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  try {
    const outfile = join(folder, 'evaluate.cjs')
    await build({ entryPoints: ['shared/rules/evaluate.ts'], bundle: true, format: 'cjs', outfile })
    return await import(outfile)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Sheets {
  items: readonly Item[]
  units: readonly UnitRecords[]
  evaluateItem: Evaluator['evaluateItem']
}

function measured(what: string, budget: number, rounds: number, sheets: Sheets, withTrails: boolean): Figure {
  const { items, units, evaluateItem } = sheets
  let points = 0
  let letters = 0
  const run = (records: UnitRecords) => {
    for (const item of items) {
      const { figure, bound, trail } = evaluateItem(item, records)
      points += figure ?? bound.most
      if (withTrails) for (const { sentence } of trail()) letters += sentence.length
    }
  }
  // The best of several slices: a machine that others use at the same time says nothing about the rules.
  let fastest = 0
  for (let slice = 0; slice < 10; slice += 1) {
    const started = performance.now()
    for (let round = 0; round < rounds; round += 1) units.forEach(run)
    fastest = Math.max(fastest, (rounds * units.length) / ((performance.now() - started) / 1000))
  }
  if (points === 0 || letters > 0 !== withTrails) throw new Error('the measured sheets must say something')
  return { what, measured: Math.round(fastest), budget, unit: 'sheets/s', bound: 'least' }
}

/** A unit of which everything is recorded: 0 to 4 absences, counts below, at and above what is asked. */
function recordsOf(rubric: Rubric, seed: number): UnitRecords {
  const counts = measuresOf(rubric).map(({ measure, name }, index) => {
    const count = (seed + index) % 5
    const entries = Array.from({ length: count }, (_, entry) => ({ what: `${entry + 1}月 ${name}`, count: 1 }))
    return [measure, { source: '县总记录', entries }] as const
  })
  const targets = targetsOf(rubric).map(({ measure }) => [measure, 1 + (seed % 4)] as const)
  return { ...noRecords, counts: new Map(counts), targets: new Map(targets) }
}

export default rules
