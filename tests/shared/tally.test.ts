import fc from 'fast-check'
import { summarize } from '#shared/assessment/summarize'
import { itemsOf, maximumOf } from '#shared/rubric/rubric'
import {
  type Answer,
  addAnswer,
  emptyTally,
  mergeTallies,
  type NotApplicableRule,
  notApplicableCounts,
  totalOf,
} from '#shared/scoring/tally'
import { anySheet } from '../support/arbitraries'

const rules: NotApplicableRule[] = ['full', 'rescale', 'zero']
const anyRule = fc.constantFrom(...rules)
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>(null),
  fc.constant<Answer>('not-applicable'),
  fc.integer({ min: 0, max: 5 }).map(halves => ({ score: halves * 50 })),
)

describe('the total of a sheet', () => {
  const fiveOf = (answers: Answer[]) => answers.reduce((tally, answer) => addAnswer(tally, 500, answer), emptyTally)

  test('is the sum of its scores', () => {
    expect(totalOf(fiveOf([{ score: 450 }, { score: 500 }, { score: 0 }]), 'full')).toBe(950)
  })

  test('counts 不涉及 in full, not at all, or at the average of the rest, as the cycle says', () => {
    const tally = fiveOf([{ score: 400 }, { score: 450 }, 'not-applicable'])
    expect(totalOf(tally, 'full')).toBe(400 + 450 + 500)
    expect(totalOf(tally, 'zero')).toBe(400 + 450)
    // 8.5 of 10 is 85 %; 85 % of the 5 points that are 不涉及 is 4.25.
    expect(totalOf(tally, 'rescale')).toBe(400 + 450 + 425)
  })

  test('rounds half up once, at the item that is rescaled', () => {
    const tally = addAnswer(addAnswer(emptyTally, 800, { score: 50 }), 200, 'not-applicable')
    // 0.5 of 8 is 6.25 %; 6.25 % of 2 points is 0.125, which is 0.13.
    expect(notApplicableCounts(200, 'rescale', tally)).toBe(13)
  })

  test('is nothing where every item is 不涉及 and nothing can be rescaled to', () => {
    expect(totalOf(fiveOf(['not-applicable', 'not-applicable']), 'rescale')).toBe(0)
  })

  test('says how many items are answered, and takes one away again without a trace', () => {
    const some = fiveOf([{ score: 400 }, null, 'not-applicable'])
    expect(some).toEqual({ count: 2, scored: 400, maximum: 500, notApplicable: { 500: 1 } })
    const more = addAnswer(addAnswer(some, 300, { score: 250 }), 200, 'not-applicable')
    expect(more).toEqual({ count: 4, scored: 650, maximum: 800, notApplicable: { 200: 1, 500: 1 } })
    const less = addAnswer(addAnswer(more, 300, { score: 250 }, -1), 200, 'not-applicable', -1)
    expect(less).toEqual({ ...some, notApplicable: { 200: 0, 500: 1 } })
  })

  test('of several departments counts what each of them has', () => {
    const one = fiveOf([{ score: 400 }, 'not-applicable'])
    const other = addAnswer(fiveOf(['not-applicable', { score: 500 }]), 300, 'not-applicable')
    expect(mergeTallies([one, other])).toEqual({
      count: 5,
      scored: 900,
      maximum: 1_000,
      notApplicable: { 300: 1, 500: 2 },
    })
    expect(mergeTallies([])).toEqual(emptyTally)
  })

  test('never exceeds the rubric, whatever is filled', () => {
    fc.assert(
      fc.property(anySheet, anyRule, ({ rubric, items }, rule) => {
        const { self, byDepartment } = summarize(rubric, { items, materials: {} })
        for (const tally of [self, mergeTallies(Object.values(byDepartment))]) {
          expect(totalOf(tally, rule)).toBeGreaterThanOrEqual(0)
          expect(totalOf(tally, rule)).toBeLessThanOrEqual(maximumOf(rubric))
        }
      }),
    )
  })

  test('does not depend on the order in which items are filled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(200, 300, 500), anyAnswer)), anyRule, (answers, rule) => {
        const add = (list: typeof answers) =>
          list.reduce((tally, [points, answer]) => addAnswer(tally, points, answer), emptyTally)
        expect(totalOf(add(answers), rule)).toBe(totalOf(add([...answers].reverse()), rule))
      }),
    )
  })

  test('changed by the difference equals computed anew', () => {
    fc.assert(
      fc.property(anySheet, anySheet, ({ rubric, items }, other) => {
        const before = summarize(rubric, { items, materials: {} }).self
        const item = itemsOf(rubric)[0]
        const next = Object.values(other.items)[0]?.self
        if (!item || !next) return
        const after = summarize(rubric, {
          items: {
            ...items,
            [item.id]: { ...items[item.id], self: { ...next, score: next.score === null ? null : 0 } },
          },
          materials: {},
        }).self
        const answerOf = (self: typeof next | undefined): Answer =>
          !self
            ? null
            : self.notApplicable !== null
              ? 'not-applicable'
              : self.score === null
                ? null
                : { score: self.score }
        const taken = addAnswer(before, item.points, answerOf(items[item.id]?.self), -1)
        const changed = addAnswer(taken, item.points, answerOf({ ...next, score: next.score === null ? null : 0 }))
        expect(totalOf(changed, 'rescale')).toBe(totalOf(after, 'rescale'))
        expect(changed.count).toBe(after.count)
      }),
    )
  })
})
