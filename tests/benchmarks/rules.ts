import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { measuresOf, targetsOf } from '#shared/rules/measures'
import { noRecords, type UnitRecords } from '#shared/rules/unit-records'
import type { Benchmark } from './benchmark'
import { answersOf, compareSheets, reckonBare, reckonInSurvey, surveyValues } from './survey-sheet'

/**
 * All rules and facts of annex 1 over a unit's records, one core: figures and verdicts alone, and with every sentence of
 * every trail; beside them, in the same run, survey-core with the same arithmetic as expressions, once both have said the
 * same of every unit. Measured as it is deployed, bundled: the loader of the tests names every function that is made,
 * which costs more than the rules. survey-core is bundled alike; that makes it neither faster nor slower.
 */
const rules: Benchmark = {
  name: 'rules',
  needs: [],
  measure: async () => {
    const [rubric] = shippedRubrics
    if (!rubric) throw new Error('annex 1 is missing')
    const items = itemsOf(rubric)
    const units = Array.from({ length: 200 }, (_, seed) => recordsOf(rubric, seed))
    const { evaluateItem } = await bundled<typeof import('#shared/rules/evaluate')>('shared/rules/evaluate.ts')
    const surveyCore = await bundled<typeof import('survey-core')>('survey-core')
    const values = surveyValues(items)
    const survey = reckonInSurvey(surveyCore, values)
    const bare = reckonBare(surveyCore, values)
    for (const reckon of [survey, bare]) compareSheets(items, units, evaluateItem, reckon)

    const answers = units.map(answersOf)
    const sayAll = (withTrails: boolean) =>
      sumOver(units, records =>
        sumOver(items, item => {
          const { figure, bound, trail } = evaluateItem(item, records)
          return (figure ?? bound.most) + (withTrails ? sumOver(trail(), ({ sentence }) => sentence.length) : 0)
        }),
      )
    // Every result is read, so that nothing is left out that is only worked out on demand.
    const readAll = (reckon: typeof survey) =>
      sumOver(answers, given => sumOver(Object.values(reckon(given)), value => String(value).length))
    const [plain = 0, trails = 0, inSurvey = 0, inExpressions = 0] = race(units.length, [
      { rounds: 50, everyUnit: () => sayAll(false) },
      { rounds: 20, everyUnit: () => sayAll(true) },
      { rounds: 1, everyUnit: () => readAll(survey) },
      { rounds: 2, everyUnit: () => readAll(bare) },
    ])
    const speed = { unit: 'sheets/s', bound: 'least' } as const
    return [
      { what: '25 items, without trails', measured: plain, budget: 200_000, ...speed },
      { what: '25 items, with trails', measured: trails, budget: 50_000, ...speed },
      { what: 'survey-core', measured: inSurvey, ...speed },
      { what: 'survey-core, its expressions without a survey', measured: inExpressions, ...speed },
      {
        what: 'without trails / survey-core',
        measured: Math.floor(plain / inSurvey),
        budget: 100,
        unit: 'times',
        bound: 'least',
      },
    ]
  },
}

async function bundled<Module>(entry: string): Promise<Module> {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  try {
    const outfile = join(folder, 'bundle.cjs')
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', outfile })
    return await import(outfile)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Contender {
  rounds: number
  everyUnit: () => number
}

/**
 * Sheets a second of each, who take turns. The best of several slices: a machine that others use at the same time says
 * nothing about the rules.
 */
function race(units: number, contenders: readonly Contender[]): number[] {
  const fastest = contenders.map(() => 0)
  for (let slice = 0; slice < 10; slice += 1) {
    contenders.forEach(({ rounds, everyUnit }, place) => {
      let said = 0
      const started = performance.now()
      for (let round = 0; round < rounds; round += 1) said += everyUnit()
      const speed = (rounds * units) / ((performance.now() - started) / 1000)
      if (!(said > 0)) throw new Error('the measured sheets must say something')
      fastest[place] = Math.max(fastest[place] ?? 0, Math.round(speed))
    })
  }
  return fastest
}

function sumOver<Each>(list: readonly Each[], count: (each: Each) => number): number {
  let sum = 0
  for (const each of list) sum += count(each)
  return sum
}

/** A unit with 0 to 4 absences and counts below, at and above what is asked; every 13th is not recorded or not set. */
function recordsOf(rubric: Rubric, seed: number): UnitRecords {
  const isThere = (_: unknown, index: number) => (seed + index) % 13 > 0
  const counts = measuresOf(rubric).map(({ measure, name }, index) => {
    const count = (seed + index) % 5
    const entries = Array.from({ length: count }, (_, entry) => ({ what: `${entry + 1}月 ${name}`, count: 1 }))
    return [measure, { source: '县总记录', entries }] as const
  })
  const targets = targetsOf(rubric).map(({ measure }) => [measure, 1 + (seed % 4)] as const)
  return { ...noRecords, counts: new Map(counts.filter(isThere)), targets: new Map(targets.filter(isThere)) }
}

export default rules
