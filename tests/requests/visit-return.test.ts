import type { ReturnOnVisit } from '#shared/contract/visit-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { newId } from '../support/county/sheets'
import { handIn, makeVisitGroup } from '../support/county/visits'

const DAY = 86_400_000
const liu = 'reviewer-welfare'
const sheet = { cycleId, unitId: 'township-a' }
let county: County
let groupId: string
beforeAll(async () => {
  county = await startCounty()
  groupId = (await makeVisitGroup(county, [liu])).groupId
})
beforeEach(() => handIn(county, ['township-a']))
afterAll(() => county.close())

const asking = (fields: Partial<ReturnOnVisit> = {}): ReturnOnVisit => ({
  ...sheet,
  groupId,
  itemId: 'a1-01',
  operationId: newId(),
  reason: '补职代会签到册原件',
  until: Date.now() + 3 * DAY,
  ...fields,
})
const verdictOf = (input: object, openid = liu) => county.as(openid).verdict('visit.return', input)

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit', 'chair-township-a', 'permission.denied'],
    ['the department, which has its own way', 'head-general-office', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(asking(), openid)).toBe(code))

  it.each<[string, Partial<ReturnOnVisit>, string]>([
    ['without a reason', { reason: ' ' }, 'call.invalid-input'],
    ['for a group that is not there', { groupId: 'group-9' }, 'permission.denied'],
    ['for a unit of another group', { unitId: 'enterprise-a' }, 'visit.not-your-unit'],
    ['for an item of another annex', { itemId: 'a4-01' }, 'item.unknown'],
  ])('%s', async (_what, fields, code) => expect(await verdictOf(asking(fields))).toBe(code))

  it('before 报送', async () => {
    await county.arrange('township-a', { stage: 'filling' })
    expect(await verdictOf(asking())).toBe('assessment.not-submitted')
  })
})

it('asks the unit in the group’s name, for any department’s item, and the unit answers', async () => {
  const input = asking()
  const { supplement } = await county.as(liu).get('visit.return', input)
  const expected = { departmentId: 'general-office', groupName: '考核二组', until: input.until }
  expect(supplement).toMatchObject(expected)
  const chair = county.as('chair-township-a')
  expect((await chair.get('assessment.open', sheet)).items['a1-01']?.supplement).toMatchObject(expected)
  await chair.get('assessment.supplement', { ...sheet, itemId: 'a1-01', operationId: newId() })
  const { summary, history } = await county.stored('township-a')
  expect(summary.supplementsOpen).toBe(0)
  expect(history.map(({ part, byName }) => [part, byName])[0]).toEqual(['supplement', '保障部评分人'])
})

it('delivered twice asks once; another body under its id is refused', async () => {
  const input = asking()
  const first = await county.as(liu).get('visit.return', input)
  expect(await county.as(liu).get('visit.return', input)).toEqual(first)
  expect(await verdictOf({ ...input, reason: '别的' })).toBe('operation.reused')
  expect((await county.stored('township-a')).history).toHaveLength(1)
})

it('by the server’s time: a day that is past when it arrives becomes the whole of tomorrow', async () => {
  const { supplement } = await county.as(liu).get('visit.return', asking({ until: Date.now() - 5 * DAY }))
  expect(supplement.until).toBeGreaterThan(Date.now() + DAY / 24)
  expect(supplement.until).toBeLessThan(Date.now() + 2 * DAY)
  const { reviewOpenUntil } = await county.stored('township-a')
  const far = await county.as(liu).get('visit.return', asking({ until: Date.now() + 4000 * DAY, reason: '别的' }))
  expect(far.supplement.until).toBe(reviewOpenUntil)
})
