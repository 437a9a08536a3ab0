import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { selfTotals } from '#shared/assessment/self-totals'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type Answer, tallyOf, totalOf } from '#shared/scoring/tally'

const [township] = shippedRubrics
if (!township) throw new Error('annex 1 is missing')
const annex: Rubric = township
const items = itemsOf(annex)

const filledWith = (answerOf: (place: number) => { score: number | null; notApplicable: string | null }) =>
  Object.fromEntries(items.map((item, place) => [item.id, { self: answerOf(place) }]))

test('an empty sheet has categories and no points', () => {
  const totals = selfTotals(annex, {}, 'full')
  expect(totals.categories.map(({ category }) => category.name)).toEqual(annex.categories.map(({ name }) => name))
  expect(totals.total).toBe(0)
})

test.each(['full', 'rescale', 'zero'] as const)('categories add up to the total of the tally (不涉及: %s)', rule => {
  const sheet = filledWith(place => {
    const points = items[place]?.points ?? 0
    return place % 5 === 2
      ? { score: null, notApplicable: '不涉及' }
      : { score: points - (place % 3) * 50, notApplicable: null }
  })
  const answers = items.map((item, place): [number, Answer] => [
    item.points,
    place % 5 === 2 ? 'not-applicable' : { score: item.points - (place % 3) * 50 },
  ])
  const totals = selfTotals(annex, sheet, rule)
  expect(totals.total).toBe(totalOf(tallyOf(answers), rule))
  expect(totals.categories.reduce((sum, { total }) => sum + total, 0)).toBe(totals.total)
})
