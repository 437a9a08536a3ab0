import fc from 'fast-check'
import { parseRule } from '#shared/rules/parse-rule'

const place = { place: '附件1“组织建设”第5项', wording: '每缺席一次扣0.5分，95%以上得2分', maximum: 200 }
const messages = (file: unknown, decided: Record<string, unknown> = {}) => {
  const parsed = parseRule(file, place, decided)
  return 'problems' in parsed ? parsed.problems.map(({ message }) => message) : []
}

const absences = (change: object = {}) => ({
  kind: 'perEvent',
  event: { measure: 'absences', name: '缺席', unit: '次' },
  each: 0.5,
  floor: 0,
  clause: '每缺席一次扣0.5分',
  ...change,
})
const tiers = (steps: [number, number][], otherwise = 0) => ({
  kind: 'tiers',
  name: '入会率',
  of: { kind: 'measure', measure: 'rate', name: '入会率', unit: '%' },
  tiers: steps.map(([from, points]) => ({ from, points })),
  otherwise,
  clause: '95%以上得2分',
})
const discretion = { kind: 'discretion' }
const weighted = (...weights: number[]) => ({
  kind: 'derive',
  from: { how: 'weighted', sources: weights.map(weight => ({ name: '自评', weight, of: { score: 'self' } })) },
  clause: '得2分',
})

test('points become hundredths, here as in the rubric', () => {
  const parsed = parseRule(absences(), place)
  expect('rule' in parsed && parsed.rule).toMatchObject({ each: 50, floor: 0 })
})

test.each([
  ['an unknown kind', { kind: 'lottery' }, /第5项的计分方法的种类不是已知的计分方法。$/],
  ['no rule at all', [], /^附件1“组织建设”第5项/],
  ['points that are none', absences({ each: '半分' }), /第5项的每次扣的分要写成数字。$/],
  ['a field too many', absences({ veto: true }), /第5项多了一栏“veto”。$/],
  [
    'a phrase that is not in the item',
    absences({ clause: '每迟到一次扣0.1分' }),
    /引的原文“每迟到一次扣0.1分”在考评内容里找不到。$/,
  ],
  ['more than the item has', absences({ each: 3 }), /每次扣的分是3分，超过2分。$/],
  [
    'tiers that rise',
    tiers([
      [70, 1],
      [95, 2],
    ]),
    /档次要从高到低写/,
  ],
  [
    'tiers that repeat a bound',
    tiers([
      [95, 2],
      [95, 1],
    ]),
    /档次要从高到低写/,
  ],
  ['more for missing every tier', tiers([[95, 1]], 2), /档次要从高到低写/],
  ['weights that are not 100', weighted(30, 60), /权重相加是90%，应是100%。$/],
  [
    'parts that are not the item',
    { kind: 'sumOf', parts: [{ name: '甲', points: 1, rule: discretion }] },
    /各部分相加是1分，应是2分。$/,
  ],
])('%s is refused by the name of the item', (_, file, message) => {
  const found = messages(file)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(message)
})

test('weights of a third each are 100', () => {
  expect(messages(weighted(33.3, 33.3, 33.4))).toEqual([])
})

test('a choice that nobody has decided is asked for, one that is decided is taken', () => {
  const open = absences({ floor: { choice: '扣分的底线' } })
  expect(messages(open)).toEqual(['附件1“组织建设”第5项的“扣分的底线”原文没有写，请先定下来。'])
  expect(messages(open, { 扣分的底线: 0 })).toEqual([])
})

test('whatever JSON comes in, the answer is sentences, never an exception', () => {
  const anyFile = fc.oneof(
    fc.jsonValue(),
    fc.jsonValue().map(value => absences({ from: value })),
    fc.jsonValue().map(value => tiers([[95, 2]]) && { ...tiers([[95, 2]]), of: value }),
    fc.jsonValue().map(value => absences({ floor: { choice: value, value } })),
  )
  fc.assert(
    fc.property(anyFile, file => {
      for (const message of messages(file)) expect(message).toMatch(/^附件1“组织建设”第5项.*。$/s)
    }),
  )
})

test('a file that is nested without end is refused, not fallen over', () => {
  let file: unknown = discretion
  for (let depth = 0; depth < 20_000; depth += 1) file = { kind: 'exclusion', rule: file }
  expect(messages(file).length).toBeGreaterThan(0)
})
