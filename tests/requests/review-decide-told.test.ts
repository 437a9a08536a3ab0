import type { DecisionChange } from '#shared/contract/review-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { decision } from '../support/county/decisions'
import { filledSheet, newId, rubricOf } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const rubric = rubricOf('township')
const departmentId = 'general-office'
const decide = (decisions: DecisionChange[]) =>
  county.as('head-general-office').get('review.decide', { cycleId, departmentId, decisions })

beforeEach(async () => {
  await county.arrangeCycle({ phase: 'self-assessment' })
  const reviewOpenUntil = Date.now() + 86_400_000
  const handedIn = { stage: 'submitted', openedBy: {}, reviewOpenUntil } as const
  await county.arrange('township-a', { ...filledSheet('township'), ...handedIn, history: [] })
  await county.arrange('township-b', { ...filledSheet('township'), ...handedIn, history: [] })
})

it('tells nothing of a sheet that is still its unit’s own, nor of another department’s items', async () => {
  await county.arrange('township-a', { stage: 'filling' })
  const foreign = decision(rubric, 'a1-05', { unitId: 'township-b' })
  const { verdicts, items } = await decide([decision(rubric, 'a1-01'), foreign])
  expect(verdicts.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  expect(items).toEqual({ 'township-a': {}, 'township-b': {} })
})

it('is an opening too: what a department has decided upon is not withdrawn', async () => {
  await decide([decision(rubric, 'a1-01')])
  expect(await county.as('chair-township-a').verdict('assessment.withdraw', { cycleId, unitId: 'township-a' })).toBe(
    'assessment.opened-by-department',
  )
  expect((await county.stored('township-a')).openedBy).toEqual({ [departmentId]: expect.any(Number) })
})

it('answers every change, also where the year has moved on and one of the units is none', async () => {
  const decisions = [decision(rubric, 'a1-01'), decision(rubric, 'a1-01', { unitId: 'no-such' })]
  const told = async () => (await decide(decisions)).verdicts.map(({ unitId, kind }) => [unitId, kind])
  const first = await told()
  expect(first).toEqual([
    ['township-a', 'saved'],
    ['no-such', 'refused'],
  ])
  await county.arrangeCycle({ phase: 'score-check' })
  expect(await told()).toEqual(first)
})

it('reaches 已评 with the last item', async () => {
  const owners = new Set(rubric.categories.flatMap(category => category.items.map(item => item.department)))
  for (const owner of owners) {
    const own = rubric.categories.flatMap(category => category.items).filter(item => item.department === owner)
    const decisions = own.map(item => decision(rubric, item.id, { operationId: newId() }))
    await county.as(`head-${owner}`).get('review.decide', { cycleId, departmentId: owner, decisions })
  }
  const overview = await county.as('office').get('office.overview', { cycleId })
  expect(overview.units.find(unit => unit.unitId === 'township-a')).toMatchObject({
    state: 'reviewed',
    score: { total: 10_000, complete: true },
  })
})
