import type { Assessment } from '#shared/assessment/assessment'
import { type County, cycleId, startCounty } from '../support/county'
import { filledSheet, newId } from '../support/county/sheets'

/* 纸质已补交: what a department asked for was brought on paper, and the office says so for the unit. */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const unit = { cycleId, unitId: 'township-a' }
const office = () => county.as('office')
const asked = (until: number, fields: Partial<Assessment> = {}) => {
  const { items, summary } = filledSheet('township')
  const supplement = { departmentId: 'general-office', reason: '缺会议记录', until, at: 1 }
  return county.arrange('township-a', {
    stage: 'submitted',
    reviewOpenUntil: Date.now() + 86_400_000,
    openedBy: {},
    items: { ...items, 'a1-01': { ...items['a1-01'], supplement } },
    summary: { ...summary, supplementsOpen: 1 },
    history: [],
    ...fields,
  })
}
const verdict = (fields: object = {}) =>
  office().verdict('paper.supplement', { ...unit, itemId: 'a1-01', operationId: newId(), ...fields })
beforeEach(() => asked(Date.now() + 60_000))

it('knows the unit, the item and what was asked for', async () => {
  expect(await verdict({ unitId: 'no-such' })).toBe('assessment.unknown')
  expect(await verdict({ itemId: 'a2-01' })).toBe('item.unknown')
  expect(await verdict({ itemId: 'a1-02' })).toBe('supplement.not-asked')
  expect(await verdict({ itemId: { $gt: '' } })).toBe('call.invalid-input')
  expect(await verdict({ note: '' })).toBe('call.invalid-input')
})

it('is the office’s, and only while the sheet is with the departments', async () => {
  const answer = { ...unit, itemId: 'a1-01', operationId: newId() }
  for (const openid of ['chair-township-a', 'head-general-office', 'leader'])
    expect(await county.as(openid).verdict('paper.supplement', answer)).toBe('permission.denied')
  await asked(Date.now() + 60_000, { stage: 'filling' })
  expect(await verdict()).toBe('assessment.not-submitted')
  expect((await county.stored('township-a')).history).toEqual([])
})

it('is noted once, names the office and the unit, and the department reads that it came on paper', async () => {
  const answer = { ...unit, itemId: 'a1-01', operationId: newId() }
  const before = await office().get('assessment.open', unit)
  expect(before).toMatchObject({ state: 'supplementing', abilities: { 'paper.supplement': true } })
  const noted = await office().get('paper.supplement', answer)
  expect(noted).toMatchObject({ state: 'submitted', summary: { supplementsOpen: 0 } })
  expect(await office().get('paper.supplement', answer)).toEqual(noted)
  expect(await verdict()).toBe('supplement.not-asked')

  const { history } = await county.stored('township-a')
  expect(history).toEqual([
    expect.objectContaining({
      ...{ itemId: 'a1-01', part: 'supplement', byName: '考核办', fromPaper: true },
      to: { answeredBy: '城关镇总工会' },
    }),
  ])
  const review = await county.as('head-general-office').get('review.open', { ...unit, departmentId: 'general-office' })
  const item = review.items.find(({ itemId }) => itemId === 'a1-01')
  expect(item?.supplement).toMatchObject({ reason: '缺会议记录', answeredOnPaper: true })
})

it('is noted also after the day, for paper lies until somebody gets to it', async () => {
  await asked(Date.now() - 86_400_000)
  expect(
    await county
      .as('chair-township-a')
      .verdict('assessment.supplement', { ...unit, itemId: 'a1-01', operationId: newId() }),
  ).toBe('supplement.closed')
  expect(await verdict()).toBe('ok')
})

it('and what is asked for again is open again, without the mark of paper', async () => {
  expect(await verdict()).toBe('ok')
  const again = { departmentId: 'general-office', reason: '还缺签到', until: Date.now() + 86_400_000 }
  await county
    .as('head-general-office')
    .get('review.return', { ...unit, ...again, itemId: 'a1-01', operationId: newId() })
  const answered = { ...unit, itemId: 'a1-01', operationId: newId() }
  const sheet = await county.as('chair-township-a').get('assessment.supplement', answered)
  expect(sheet.items['a1-01']?.supplement).not.toHaveProperty('answeredOnPaper')
})

it('said by both at once counts once', async () => {
  for (let round = 0; round < 6; round += 1) {
    await asked(Date.now() + 60_000)
    const answer = () => ({ ...unit, itemId: 'a1-01', operationId: newId() })
    const verdicts = await Promise.all([
      verdict(),
      county.as('chair-township-a').verdict('assessment.supplement', answer()),
    ])
    expect(verdicts.filter(one => one === 'ok')).toHaveLength(1)
    const { summary, history } = await county.stored('township-a')
    expect([summary.supplementsOpen, history.length]).toEqual([0, 1])
  }
})
