import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import * as v from 'valibot'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { type Item, itemsOf } from '#shared/rubric/rubric'
import { settleChoices } from '#shared/rules/choices'
import { FactInFile } from '#shared/rules/rule-file'
import { functionBundle } from '../../cloudfunctions/build'
import { openBrowser } from '../support/browser'
import { openWeapp } from '../support/weapp/run-weapp'
import { anyBonus, anyRule } from './any-rule'
import { buildEvaluatorApp } from './evaluator-app/build-app'
import { parsed } from './parsed'
import { wordings } from './wordings/wordings'

/*
 * The evaluator as it is deployed: bundled by esbuild with the functions' own options and run by Node; and bundled by
 * Taro with the mini-program's own settings, as the only page of an app of its own (the mini-program shows figures, but
 * no page of it could be asked for the whole of what the evaluator says), and run with `eval` off in the runner.
 */

const shipped = shippedRubrics.flatMap(itemsOf)
const [likeness] = shipped
if (!likeness) throw new Error('no item is shipped')
const itemOf = (id: string, points: number, rest: Pick<Item, 'rule' | 'facts' | 'factsTogether'>): Item => ({
  ...likeness,
  facts: undefined,
  id,
  points,
  ...rest,
})

const foreign = wordings.map(({ number, who, text, maximum, parameters, rule, facts = [] }) => {
  const points = Number(settleChoices(maximum, parameters)) * 100
  return itemOf(`wording-${number}`, points, {
    rule: parsed(rule, { place: who, wording: text, maximum: points }, parameters),
    facts: facts.map(fact => v.parse(FactInFile, fact)),
  })
})

/** Every kind of rule, nested: also such as no county has written yet. */
const invented = fc
  .sample(fc.oneof({ weight: 3, arbitrary: anyRule(500) }, { weight: 1, arbitrary: anyBonus(500, 200) }), {
    numRuns: 60,
    seed: 20261101,
  })
  .map((rule, index) => itemOf(`invented-${index}`, 500, { rule }))

/** Two figures in one item as a county may decide to judge them. */
const together = shipped
  .filter(({ facts = [] }) => facts.length > 1)
  .flatMap(item =>
    (['all', 'any'] as const).map(factsTogether => ({ ...item, id: `${item.id}-together`, factsTogether })),
  )

const items = [...shipped, ...together, ...foreign, ...invented]

/** One text for each item, from Node. */
async function fromFunction(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evaluator-'))
  try {
    const outfile = join(folder, 'answers.js')
    await build({ ...functionBundle, entryPoints: ['tests/rules/evaluator-app/answers.ts'], outfile })
    const script = `const { answersTo } = require(${JSON.stringify(outfile)})
      const items = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
      process.stdout.write(JSON.stringify(items.map(answersTo)))`
    const input = JSON.stringify(items)
    return JSON.parse(execFileSync(process.execPath, ['-e', script], { input, maxBuffer: 2 ** 28, encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One text for each item, from a phone. */
async function fromMiniProgram(): Promise<string[]> {
  const dist = await buildEvaluatorApp()
  const weapp = await openWeapp({ browser: await openBrowser(), dist })
  try {
    weapp.phone.storage.set('items', JSON.stringify(items))
    await weapp.start()
    await weapp.waitForText(`答了${items.length}题`, 60_000)
    expect((await weapp.spy()).errors).toEqual([])
    return items.map((_, index) => JSON.parse(weapp.phone.storage.get(`answers-${index}`) ?? '""'))
  } finally {
    await weapp.close()
  }
}

/** Where two texts first differ, with what stands around it in each. */
function firstDifference(one: string, other: string): string | null {
  if (one === other) return null
  let at = 0
  while (one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `at ${at}: …${around(one)}… in the function, …${around(other)}… in the mini-program`
}

test('function and mini-program answer alike to the last byte', async () => {
  const [here, there] = await Promise.all([fromFunction(), fromMiniProgram()])
  const differences = items.flatMap(({ id }, index) => {
    const difference = firstDifference(here[index] ?? '', there[index] ?? '')
    return difference === null ? [] : [`${id}, ${difference}`]
  })
  expect(differences.slice(0, 1)).toEqual([])
  // Both bundles said something, and of all that the evaluator can say.
  const all = here.join('\n')
  expect(all.length).toBeGreaterThan(500_000)
  const expected = [
    ...['"met"', '"unmet"', '"unknown"', '"not-judged"', '"excluded"', '"grade"', '"not-applicable"', '"entryId"'],
    ...['四舍五入', '超出部分不计', '为止', '合计不超过', '，算达到', '不算达到', '平均', '比例', '还不知道是否涉及'],
  ]
  expect(expected.filter(said => !all.includes(said))).toEqual([])
}, 180_000)
