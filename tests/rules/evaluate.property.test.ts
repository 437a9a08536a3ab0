import fc from 'fast-check'
import { evaluate } from '#shared/rules/evaluate'
import type { Rule } from '#shared/rules/rule'
import { type CountyRecord, noRecords, type UnitRecords } from '#shared/rules/unit-records'
import { anyBonus, anyRecords, anyRule } from './any-rule'
import { countyRecord } from './unit-records'

const maximum = 500
const extra = 200
const anyCase = fc.tuple(anyRule(maximum), anyRecords)
const anyBonusCase = fc.tuple(anyBonus(maximum, extra), anyRecords)
const runs = { numRuns: 1_000 }

const counts = (measure: string, count: number): UnitRecords => ({
  ...noRecords,
  counts: new Map([[measure, countyRecord([['', count]])]]),
})

function expectBounded([rule, records]: [Rule, UnitRecords], ceiling: number) {
  const { figure, bound } = evaluate(rule, maximum, records)
  expect(bound.least).toBeGreaterThanOrEqual(0)
  expect(bound.most).toBeGreaterThanOrEqual(bound.least)
  expect(bound.most).toBeLessThanOrEqual(ceiling)
  expect(Number.isInteger(bound.least) && Number.isInteger(bound.most)).toBe(true)
  if (figure !== null) expect(bound).toEqual({ least: figure, most: figure })
}

function expectTrailSums([rule, records]: [Rule, UnitRecords]) {
  const { bound, trail } = evaluate(rule, maximum, records)
  const steps = trail()
  expect(steps.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(bound.least, 4)
  for (const { sentence } of steps) expect(sentence).toMatch(/[\u4e00-\u9fff]/)
  for (const { sentence } of steps) expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/)
}

describe('any rule over any records', () => {
  test('answers whole hundredths between nothing and the maximum, and a figure is all that is possible', () => {
    fc.assert(
      fc.property(anyCase, given => expectBounded(given, maximum)),
      runs,
    )
  })

  test('exceeds the maximum only by a bonus, and by no more than its cap', () => {
    fc.assert(
      fc.property(anyBonusCase, given => expectBounded(given, maximum + extra)),
      runs,
    )
  })

  test('has a trail whose steps add up to the figure, or to the least that is possible', () => {
    fc.assert(fc.property(anyCase, expectTrailSums), runs)
    fc.assert(fc.property(anyBonusCase, expectTrailSums), runs)
  })

  test('does not care in which order events were recorded', () => {
    const reversed = (records: UnitRecords): UnitRecords => ({
      ...records,
      counts: new Map(
        [...records.counts].map(([measure, { source, entries }]) => [
          measure,
          { source, entries: [...entries].reverse() },
        ]),
      ),
    })
    fc.assert(
      fc.property(anyCase, ([rule, records]) => {
        const { figure, bound, marks } = evaluate(rule, maximum, records)
        expect(evaluate(rule, maximum, reversed(records))).toMatchObject({ figure, bound, marks })
      }),
      runs,
    )
  })

  test('says the same twice, and builds no sentence before it is asked', () => {
    fc.assert(
      fc.property(anyCase, ([rule, records]) => {
        const evaluation = evaluate(rule, maximum, records)
        expect(evaluation.trail()).toEqual(evaluation.trail())
      }),
    )
    const trap: CountyRecord = {
      get source(): string {
        throw new Error('asked for words')
      },
      entries: [{ what: '会议', count: 1 }],
    }
    const event = { measure: 'a', name: '缺席', unit: '次' }
    const rule: Rule = { kind: 'perEvent', event, each: 50, floor: 0, clause: '' }
    const { figure, trail } = evaluate(rule, maximum, { ...noRecords, counts: new Map([['a', trap]]) })
    expect(figure).toBe(450)
    expect(trail).toThrow('asked for words')
  })
})

describe('what a rule makes of more', () => {
  const event = { measure: 'a', name: '缺席', unit: '次' }
  const count = fc.nat(30)
  const least = (rule: Rule, of: number) => evaluate(rule, maximum, counts('a', of)).bound.least

  test.each<[string, 'more' | 'less', Rule]>([
    ['events take, never give', 'less', { kind: 'perEvent', event, each: 50, floor: 100, clause: '' }],
    ['pieces give, never take', 'more', { kind: 'perPiece', levels: [{ ...event, points: 30 }], clause: '' }],
    [
      'done of a target gives',
      'more',
      { kind: 'proportional', name: '', of: { kind: 'measure', ...event }, to: 7, clause: '' },
    ],
    [
      'a higher rate never reaches a lower tier',
      'more',
      {
        kind: 'tiers',
        name: '',
        of: { kind: 'measure', ...event },
        tiers: [
          { from: 20, points: 500 },
          { from: 10, open: true, points: 200 },
        ],
        otherwise: 0,
        clause: '',
      },
    ],
  ])('%s', (_, direction, rule) => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        const [few, many] = [least(rule, Math.min(one, other)), least(rule, Math.max(one, other))]
        if (direction === 'more') expect(many).toBeGreaterThanOrEqual(few)
        else expect(many).toBeLessThanOrEqual(few)
      }),
    )
  })

  test('a record that comes in never widens what is possible', () => {
    const monotone: Rule[] = [
      { kind: 'perEvent', event, each: 50, floor: 0, clause: '' },
      { kind: 'perPiece', levels: [{ ...event, points: 30 }], clause: '' },
      { kind: 'proportional', name: '', of: { kind: 'measure', ...event }, to: 7, clause: '' },
    ]
    fc.assert(
      fc.property(fc.constantFrom(...monotone), count, (rule, known) => {
        const before = evaluate(rule, maximum, noRecords).bound
        const after = evaluate(rule, maximum, counts('a', known)).bound
        expect(after.least).toBeGreaterThanOrEqual(before.least)
        expect(after.most).toBeLessThanOrEqual(before.most)
      }),
    )
  })
})
