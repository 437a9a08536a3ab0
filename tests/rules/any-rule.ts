import fc from 'fast-check'
import type { Amount, Counted, Fact, Rule } from '#shared/rules/rule'
import type { UnitRecords } from '#shared/rules/unit-records'
import { countyRecord } from './unit-records'

const measures = ['a', 'b', 'c', 'd', '__proto__']
const anyMeasure = fc.constantFrom(...measures)
const points = (maximum: number) => fc.integer({ min: 0, max: maximum })
const clause = fc.constant('原文')

const counted: fc.Arbitrary<Counted> = anyMeasure.map(measure => ({ measure, name: `项${measure}`, unit: '次' }))
const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  counted.map((of): Amount => ({ kind: 'measure', ...of })),
  fc.record({ kind: fc.constant('rate' as const), part: counted, whole: counted }),
  fc.record({ kind: fc.constant('targetFrom' as const), measure: anyMeasure }),
  fc.record({ kind: fc.constant('byGroup' as const), values: fc.constant({ 农场: 5, 局直: 1 }) }),
)
const fact: fc.Arbitrary<Fact> = fc.record(
  {
    name: fc.constant('事实'),
    of: amount,
    to: amount,
    must: fc.constantFrom('be-above' as const, 'be-at-most' as const),
    clause,
  },
  { requiredKeys: ['name', 'of', 'clause'] },
)

/** Any well-formed rule for at most `maximum`, of every kind, nested up to `depth`. */
export function anyRule(maximum: number, depth = 2): fc.Arbitrary<Rule> {
  const leaves: fc.Arbitrary<Rule>[] = [
    fc.constant({ kind: 'discretion' }),
    fc.record({
      kind: fc.constant('proportional' as const),
      name: fc.constant('任务'),
      of: amount,
      to: amount,
      clause,
    }),
    fc.record({
      kind: fc.constant('perPiece' as const),
      levels: fc.array(
        fc.tuple(counted, points(maximum)).map(([of, worth]) => ({ ...of, points: worth })),
        { minLength: 1, maxLength: 3 },
      ),
      clause,
    }),
    fc.record({
      kind: fc.constant('derive' as const),
      from: fc.constantFrom({ how: 'average' as const, of: 'branches', name: '下属单位' }),
      clause,
    }),
    anyTiers(maximum),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const inner = anyRule(maximum, depth - 1)
  return fc.oneof(
    ...leaves,
    fc.record(
      {
        kind: fc.constant('perEvent' as const),
        from: inner,
        event: counted,
        each: points(maximum),
        floor: points(maximum),
        clause,
      },
      { requiredKeys: ['kind', 'event', 'each', 'floor', 'clause'] },
    ),
    points(maximum).chain(first =>
      fc.tuple(anyRule(first, depth - 1), anyRule(maximum - first, depth - 1)).map(
        ([one, two]): Rule => ({
          kind: 'sumOf',
          parts: [
            { name: '甲', points: first, rule: one },
            { name: '乙', points: maximum - first, rule: two },
          ],
        }),
      ),
    ),
    fc.record({
      kind: fc.constant('notApplicable' as const),
      when: fact,
      counts: fc.constantFrom('full' as const, 'rescale' as const, 'zero' as const),
      otherwise: inner,
    }),
    fc.record({ kind: fc.constant('gate' as const), requires: fact, most: points(maximum), rule: inner }),
    fc.record({
      kind: fc.constant('exclusion' as const),
      anyOf: fc.array(fact, { minLength: 1, maxLength: 2 }),
      consequence: fc.constant('取消评优'),
      rule: inner,
    }),
    fc.record({
      kind: fc.constant('derive' as const),
      from: fc.tuple(inner, fc.integer({ min: 0, max: 100 })).map(([rule, weight]) => ({
        how: 'weighted' as const,
        sources: [
          { name: '甲', weight, of: { rule } },
          { name: '乙', weight: 100 - weight, of: { score: 'self' } },
        ],
      })),
      clause,
    }),
    fc.record({
      kind: fc.constant('bands' as const),
      of: inner,
      by: fc.constantFrom('points' as const, 'place' as const),
      grades: fc.integer({ min: 1, max: maximum + 1 }).map(bound => [{ name: '优秀', bound }]),
      otherwise: fc.constant('合格'),
      clause,
    }),
  )
}

/** With a bonus around it: the one kind that may exceed the maximum. */
export function anyBonus(maximum: number, most: number): fc.Arbitrary<Rule> {
  return fc.record({
    kind: fc.constant('bonus' as const),
    base: anyRule(maximum, 1),
    extra: anyRule(most, 1),
    most: fc.constant(most),
    clause,
  })
}

function anyTiers(maximum: number): fc.Arbitrary<Rule> {
  const steps = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.boolean(), points(maximum)), {
    minLength: 1,
    maxLength: 4,
    selector: ([from]) => from,
  })
  return fc.tuple(amount, steps).map(([of, drawn]) => {
    const falling = drawn.map(([, , worth]) => worth).sort((a, b) => b - a)
    const bounds = [...drawn].sort(([a], [b]) => b - a)
    const tiers = bounds.map(([from, open], index) => ({ from, open, points: falling[index] ?? 0 }))
    return { kind: 'tiers', name: '档次', of, tiers, otherwise: 0, clause: '原文' }
  })
}

const wild = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e308) },
)

/** Any records, also such as no county would keep. */
export const anyRecords: fc.Arbitrary<UnitRecords> = fc.record({
  counts: mapOf(
    fc.array(fc.tuple(fc.constantFrom('会议', ''), wild), { maxLength: 4 }).map(list => countyRecord(list)),
  ),
  targets: mapOf(wild),
  scores: fc.option(wild, { nil: 0 }).map(score => new Map([['self', score]])),
  subordinates: fc.array(wild).map(list => new Map([['branches', list]])),
  group: fc.constantFrom(null, '农场', '局直', 'toString', '__proto__'),
  place: fc.constantFrom(null, 1, 3, 4),
})

function mapOf<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Map<string, Value>> {
  return fc.array(fc.tuple(anyMeasure, value)).map(entries => new Map(entries))
}
