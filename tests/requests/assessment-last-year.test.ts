import { type County, cycleId, startCounty } from '../support/county'
import { a105LastYear, rememberLastYear } from '../support/county/last-year'
import { selfScore } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const asked = { cycleId, unitId: 'township-a' }
const lastYear = (openid = 'filler-township-a') => county.as(openid).get('assessment.last-year', asked)
const verdictOf = (fields: object = {}, openid = 'filler-township-a') =>
  county.as(openid).verdict('assessment.last-year', { ...asked, ...fields })

it('is nothing in the first year of a county', async () => {
  expect(await lastYear()).toEqual({ title: null, items: {} })
})

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['another unit', 'chair-township-b', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf({}, openid)).toBe(code))

  it('for a unit or a year that does not exist, and for an operator', async () => {
    expect(await verdictOf({ unitId: 'no-such' }, 'office')).toBe('assessment.unknown')
    expect(await verdictOf({ cycleId: '2011' })).toBe('cycle.none')
    expect(await verdictOf({ unitId: { $ne: '' } })).toBe('call.invalid-input')
  })
})

describe('shows', () => {
  const items = { 'a1-05': a105LastYear, 'a1-01': { self: selfScore(300) }, 'gone-since': { self: selfScore(100) } }
  beforeAll(() => rememberLastYear(county, items))

  it('the unit its 自评, its score and why; an item that is gone stands beside nothing', async () => {
    const { title, items } = await lastYear()
    expect(title).toBe('2025年度考核')
    expect(Object.keys(items).sort()).toEqual(['a1-01', 'a1-05'])
    expect(items['a1-05']).toMatchObject({
      points: 500,
      self: { score: 450 },
      released: { score: 400, reasons: [{ phrase: '少1次会议记录', points: 100 }] },
    })
    expect(items['a1-01']?.released).toBeNull()
    expect(JSON.stringify(items)).not.toContain('部长')
  })

  it('a department its own items alone', async () => {
    expect(Object.keys((await lastYear('reviewer-organization')).items)).toEqual(['a1-05'])
  })

  it('nothing to a unit that had no part in that year', async () => {
    const answer = await county.as('filler-system-a').get('assessment.last-year', { cycleId, unitId: 'system-a' })
    expect(answer.items).toEqual({})
  })

  it('no score that the unit itself was not yet shown', async () => {
    await rememberLastYear(county, items, { phase: 'review' })
    expect((await lastYear('reviewer-organization')).items['a1-05']).toMatchObject({
      self: { score: 450 },
      released: null,
    })
  })
})
