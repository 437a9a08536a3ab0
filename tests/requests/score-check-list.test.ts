import { type County, cycleId, startCounty } from '../support/county'
import { storedDecision, storedDoubt } from '../support/county/decisions'
import { scoredSheet } from '../support/county/score-check'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const unitId = 'township-a'
const verdictOf = (openid: string, input: unknown = { cycleId }) => county.as(openid).verdict('score-check.list', input)

it.each([
  ['a stranger', 'nobody', 'identity.not-a-member'],
  ['a unit', 'chair-township-a', 'permission.denied'],
  ['a department', 'head-welfare', 'permission.denied'],
])('is refused to %s', async (_who, openid, code) => expect(await verdictOf(openid)).toBe(code))

it('is refused with an operator, and for a year that is none', async () => {
  expect(await verdictOf('office', { cycleId: { $gt: '' } })).toBe('call.invalid-input')
  expect(await verdictOf('leader', { cycleId: '1999' })).toBe('cycle.none')
})

it('the office and leaders see who has said what, in the county’s order, in two round trips', async () => {
  const decided = { reviews: { 'general-office': storedDecision(250, [{ phrase: '缺会', points: 50 }]) } }
  await county.arrange(
    unitId,
    scoredSheet({
      'a1-01': { ...decided, doubt: storedDoubt() },
      'a1-02': { doubt: storedDoubt({ state: 'withdrawn' }) },
    }),
  )
  await county.arrange('township-b', { ...scoredSheet(), stage: 'checked' })
  const before = county.log.length
  const { units } = await county.as('office').get('score-check.list', { cycleId })
  expect(county.log.slice(before).join()).toContain('"roundTrips":2')
  expect(units.slice(0, 3)).toMatchObject([
    {
      unitId,
      check: 'doubting',
      doubts: [{ number: 1, text: '签到册上有我们', state: 'open' }],
      score: { total: 9950 },
    },
    { unitId: 'township-b', check: 'confirmed', doubts: [], score: { total: 10_000, complete: true } },
    { unitId: 'system-a', check: 'nothing-said', doubts: [], score: { complete: false } },
  ])
  expect(units[0]?.chair?.name).toBe('城关镇总工会主席')
})
