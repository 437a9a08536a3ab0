import { checkFactWords, checkRule } from '#shared/rules/check-rule'
import type { Fact, Rule } from '#shared/rules/rule'

const wording = '每缺席一次扣0.5分，95%以上得2分'
const findings = (rule: Rule, maximum = 200) => checkRule(rule, { wording, maximum })

const clause = '每缺席一次扣0.5分'
const strange = '每迟到一次扣1分'
const notFound = `引的原文“${strange}”在考评内容里找不到`
const counted = { measure: 'absences', name: '缺席', unit: '次' }
const of = { kind: 'measure', ...counted } as const
const discretion: Rule = { kind: 'discretion' }
const perEvent: Rule = { kind: 'perEvent', event: counted, each: 50, floor: 0, clause }
const wrong: Rule = { ...perEvent, clause: strange }
const fact: Fact = { name: '到会', of, to: 1, clause }
const tiers = (points: [from: number, points: number][], otherwise = 0): Rule => ({
  kind: 'tiers',
  name: '入会率',
  of,
  tiers: points.map(([from, each]) => ({ from, points: each })),
  otherwise,
  clause,
})
const grades = (by: 'points' | 'place', ...bounds: number[]): Rule => ({
  kind: 'bands',
  of: discretion,
  by,
  grades: bounds.map(bound => ({ name: '等次', bound })),
  otherwise: '合格',
  clause,
})
const disordered = '的等次要从好到差写，界限不能重复'
const rising = '的档次要从高到低写，低档的分不能多于高档'

describe('a clause', () => {
  test.each<[string, Rule]>([
    ['perEvent', wrong],
    ['tiers', { kind: 'tiers', name: '', of, tiers: [{ from: 1, points: 200 }], otherwise: 0, clause: strange }],
    ['proportional', { kind: 'proportional', name: '', of, to: 1, clause: strange }],
    ['perPiece', { kind: 'perPiece', levels: [{ ...counted, points: 50 }], clause: strange }],
    ['a condition', { kind: 'gate', requires: { ...fact, clause: strange }, most: 0, rule: discretion }],
    [
      'notApplicable',
      { kind: 'notApplicable', when: { ...fact, clause: strange }, counts: 'full', otherwise: discretion },
    ],
    [
      'exclusion',
      { kind: 'exclusion', anyOf: [fact, { ...fact, clause: strange }], consequence: '', rule: discretion },
    ],
    ['bonus', { kind: 'bonus', base: discretion, extra: discretion, most: 100, clause: strange }],
    ['derive', { kind: 'derive', from: { how: 'average', of: 'branches', name: '' }, clause: strange }],
    [
      'bands',
      { kind: 'bands', of: discretion, by: 'place', grades: [{ name: '', bound: 1 }], otherwise: '', clause: strange },
    ],
  ])('of %s must stand in the wording', (_, rule) => {
    expect(findings(rule)).toEqual([notFound])
  })

  test.each<[string, Rule]>([
    ['perEvent', { ...perEvent, from: wrong }],
    ['sumOf', { kind: 'sumOf', parts: [{ name: '甲', points: 200, rule: wrong }] }],
    ['notApplicable', { kind: 'notApplicable', when: fact, counts: 'full', otherwise: wrong }],
    ['the base of a bonus', { kind: 'bonus', base: wrong, extra: discretion, most: 100, clause }],
    ['the extra of a bonus', { kind: 'bonus', base: discretion, extra: wrong, most: 100, clause }],
    ['gate', { kind: 'gate', requires: fact, most: 0, rule: wrong }],
    ['exclusion', { kind: 'exclusion', anyOf: [fact], consequence: '', rule: wrong }],
    [
      'derive',
      { kind: 'derive', from: { how: 'weighted', sources: [{ name: '', weight: 100, of: { rule: wrong } }] }, clause },
    ],
    ['bands', { kind: 'bands', of: wrong, by: 'place', grades: [{ name: '', bound: 1 }], otherwise: '', clause }],
  ])('is looked for inside of %s', (_, rule) => {
    expect(findings(rule)).toEqual([notFound])
  })

  test('is asked of every kind but discretion, and found', () => {
    expect(findings(discretion)).toEqual([])
    expect(findings({ kind: 'perPiece', levels: [{ ...counted, points: 50 }], clause })).toEqual([])
  })
})

describe('points', () => {
  test('may reach what the item has, not exceed it', () => {
    expect(findings({ ...perEvent, each: 200, floor: 200 })).toEqual([])
    expect(findings({ ...perEvent, each: 201, floor: 250 })).toEqual([
      '的每次扣的分是2.01分，超过2分',
      '的扣分的底线是2.5分，超过2分',
    ])
    expect(findings(tiers([[95, 200]]))).toEqual([])
    expect(findings(tiers([[95, 250]]))).toEqual(['的档次分是2.5分，超过2分'])
    const gate: Rule = { kind: 'gate', requires: fact, most: 200, rule: discretion }
    expect(findings(gate)).toEqual([])
    expect(findings({ ...gate, most: 250 })).toEqual(['的前提不到时的分是2.5分，超过2分'])
  })

  test('of a part and of a bonus are measured by the part and by the bonus', () => {
    const part = (points: number, rule: Rule) => ({ name: '甲', points, rule })
    const half: Rule = { ...perEvent, each: 100 }
    expect(findings({ kind: 'sumOf', parts: [part(150, half), part(50, half)] })).toEqual([
      '的每次扣的分是1分，超过0.5分',
    ])
    expect(findings({ kind: 'bonus', base: perEvent, extra: { ...perEvent, each: 60 }, most: 50, clause })).toEqual([
      '的每次扣的分是0.6分，超过0.5分',
    ])
  })

  test('of parts add up to the item', () => {
    const parts = (...points: number[]): Rule => ({
      kind: 'sumOf',
      parts: points.map(each => ({ name: '甲', points: each, rule: discretion })),
    })
    expect(findings(parts(50, 150))).toEqual([])
    expect(findings(parts(50, 100))).toEqual(['的各部分相加是1.5分，应是2分'])
  })
})

describe('tiers', () => {
  test('fall in bounds, and do not rise in points', () => {
    expect(
      findings(
        tiers(
          [
            [95, 200],
            [80, 200],
            [70, 100],
          ],
          100,
        ),
      ),
    ).toEqual([])
    expect(
      findings(
        tiers([
          [95, 200],
          [95, 100],
        ]),
      ),
    ).toEqual([rising])
    expect(
      findings(
        tiers([
          [80, 200],
          [95, 100],
        ]),
      ),
    ).toEqual([rising])
    expect(
      findings(
        tiers([
          [95, 100],
          [80, 200],
        ]),
      ),
    ).toEqual([rising])
    expect(
      findings(
        tiers(
          [
            [95, 200],
            [80, 100],
          ],
          101,
        ),
      ),
    ).toEqual([rising])
  })
})

describe('weights', () => {
  const weighted = (...weights: number[]): Rule => ({
    kind: 'derive',
    from: { how: 'weighted', sources: weights.map(weight => ({ name: '', weight, of: { score: 'self' } })) },
    clause,
  })

  test('are 100 to the hundredth of a per cent', () => {
    expect(findings(weighted(30, 70))).toEqual([])
    expect(findings(weighted(33.33, 33.33, 33.34))).toEqual([])
    expect(findings(weighted(33.33, 33.33, 33.33))).toEqual(['的权重相加是99.99%，应是100%'])
    expect(findings(weighted(60, 50))).toEqual(['的权重相加是110%，应是100%'])
  })
})

describe('grades', () => {
  test('fall by points and rise by place, none twice', () => {
    expect(findings(grades('points', 9_000, 8_000))).toEqual([])
    expect(findings(grades('points', 8_000, 9_000))).toEqual([disordered])
    expect(findings(grades('points', 9_000, 9_000))).toEqual([disordered])
    expect(findings(grades('place', 1, 3))).toEqual([])
    expect(findings(grades('place', 3, 1))).toEqual([disordered])
    expect(findings(grades('place', 3, 3))).toEqual([disordered])
    expect(findings(grades('place', 1, 3, 2))).toEqual([disordered])
  })
})

describe('conditions', () => {
  test('have a bound, without which they would never come true', () => {
    const { to: _, ...open } = fact
    const finding = '的条件“到会”没有写界限'
    expect(findings({ kind: 'gate', requires: open, most: 0, rule: discretion })).toEqual([finding])
    expect(findings({ kind: 'exclusion', anyOf: [open], consequence: '', rule: discretion })).toEqual([finding])
    expect(findings({ kind: 'notApplicable', when: open, counts: 'full', otherwise: discretion })).toEqual([finding])
  })

  test('折算 stands only around the whole item', () => {
    const rescaled: Rule = { kind: 'notApplicable', when: fact, counts: 'rescale', otherwise: discretion }
    expect(findings(rescaled)).toEqual([])
    for (const counts of ['full', 'zero'] as const)
      expect(findings({ kind: 'gate', requires: fact, most: 0, rule: { ...rescaled, counts } })).toEqual([])
    expect(findings({ kind: 'gate', requires: fact, most: 0, rule: rescaled })).toEqual(['的“折算”只能用在整项上'])
    expect(findings({ kind: 'sumOf', parts: [{ name: '', points: 200, rule: rescaled }] })).toHaveLength(1)
  })
})

describe('facts beside an item', () => {
  const found = (change: Partial<Fact>) => checkFactWords({ ...fact, ...change }, wording)

  test('owe their words, and an upper number that is one', () => {
    expect(found({})).toEqual([])
    expect(found({ clause: strange })).toEqual([notFound])
    expect(found({ to: 2, upTo: 1 })).toEqual(['的“到会”上限低于下限'])
    expect(found({ to: 2, upTo: 2 })).toEqual([])
    expect(found({ to: 1, upTo: 2 })).toEqual([])
    expect(found({ to: { kind: 'targetFrom', measure: 'papers' }, upTo: 0 })).toEqual([])
    expect(found({ to: undefined, upTo: 2 })).toEqual(['的“到会”有上限而没有下限'])
    expect(found({ to: undefined })).toEqual([])
  })
})
