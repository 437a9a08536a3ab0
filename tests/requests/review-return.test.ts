import type { ReturnItem } from '#shared/contract/review-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { filledSheet, newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const departmentId = 'general-office'
const asking = (fields: Partial<ReturnItem> = {}): ReturnItem => ({
  cycleId,
  departmentId,
  unitId: 'township-a',
  itemId: 'a1-01',
  operationId: newId(),
  reason: '缺会议记录',
  until: Date.now() + 3 * 86_400_000,
  ...fields,
})
const head = 'head-general-office'
const verdictOf = (input: object, openid = head) => county.as(openid).verdict('review.return', input)

beforeEach(() =>
  county.arrange('township-a', {
    ...filledSheet('township'),
    stage: 'submitted',
    openedBy: {},
    history: [],
    reviewOpenUntil: Date.now() + 86_400_000,
  }),
)

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit', 'chair-township-a', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['another department', 'head-welfare', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(asking(), openid)).toBe(code))

  it.each<[string, Partial<ReturnItem>, string]>([
    ['without a reason', { reason: ' ' }, 'call.invalid-input'],
    ['until a time that is past', { until: Date.now() - 1 }, 'supplement.until-past'],
    ['for an item of another department', { itemId: 'a1-05' }, 'permission.denied'],
    ['for an item of another annex', { itemId: 'a4-01' }, 'item.unknown'],
  ])('%s', async (_what, fields, code) => expect(await verdictOf(asking(fields))).toBe(code))

  it('before 报送, and after the departments’ time', async () => {
    await county.arrange('township-a', { stage: 'filling' })
    expect(await verdictOf(asking())).toBe('assessment.not-submitted')
    await county.arrange('township-a', { stage: 'submitted', reviewOpenUntil: 1 })
    expect(await verdictOf(asking())).toBe('review.closed')
  })
})

it('asks the unit, which sees it above all else and answers', async () => {
  const input = asking()
  const { supplement, state } = await county.as(head).get('review.return', input)
  expect(state).toBe('supplementing')
  expect(supplement).toMatchObject({ departmentId, reason: '缺会议记录', until: input.until })
  const sheet = { cycleId, unitId: 'township-a' }
  const chair = county.as('chair-township-a')
  expect((await chair.get('assessment.open', sheet)).items['a1-01']?.supplement).toEqual(supplement)
  await chair.get('assessment.supplement', { ...sheet, itemId: 'a1-01', operationId: newId() })
  expect((await county.stored('township-a')).summary.supplementsOpen).toBe(0)
  expect((await county.as(head).get('review.return', asking({ reason: '还缺签到' }))).state).toBe('supplementing')
  expect((await county.stored('township-a')).summary.supplementsOpen).toBe(1)
})

it('asking again while it is open counts once, with the later words', async () => {
  await county.as(head).get('review.return', asking())
  await county.as('reviewer-general-office').get('review.return', asking({ reason: '也缺签到' }))
  const { summary, items, history } = await county.stored('township-a')
  expect(summary.supplementsOpen).toBe(1)
  expect(items['a1-01']?.supplement?.reason).toBe('也缺签到')
  expect(history.map(entry => entry.part)).toEqual(['supplement', 'supplement'])
})

it('delivered twice asks once; another body under its id is refused', async () => {
  const input = asking()
  const first = await county.as(head).get('review.return', input)
  expect(await county.as(head).get('review.return', input)).toEqual(first)
  expect(await verdictOf({ ...input, reason: '别的' })).toBe('operation.reused')
  expect((await county.stored('township-a')).history).toHaveLength(1)
})

it('is an opening too: a sheet with something to supply is not withdrawn', async () => {
  await county.as(head).get('review.return', asking())
  const verdict = county.as('chair-township-a').verdict('assessment.withdraw', { cycleId, unitId: 'township-a' })
  expect(await verdict).toBe('assessment.opened-by-department')
})
