import { type County, cycleId, startCounty } from '../support/county'
import { decision, deduction } from '../support/county/decisions'
import { picture, takeTickets, upload } from '../support/county/files'
import { filledSheet, newId, rubricOf } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const rubric = rubricOf('township')
const departmentId = 'general-office'
const paper = (fields: object = {}) => ({
  cycleId,
  unitId: 'township-a',
  departmentId,
  operationId: newId(),
  sheets: [],
  note: '部室交来纸质表',
  decisions: [decision(rubric, 'a1-01'), deduction(rubric, 'a1-02', 50)],
  ...fields,
})
const verdictOf = (input: object, openid = 'office') => county.as(openid).verdict('paper.enter-review', input)

beforeEach(() =>
  county.arrange('township-a', {
    ...filledSheet('township'),
    stage: 'submitted',
    history: [],
    paperSheets: [],
    reviewOpenUntil: Date.now() + 86_400_000,
  }),
)

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the department itself', 'head-general-office', 'permission.denied'],
    ['the unit', 'chair-township-a', 'permission.denied'],
    ['a leader', 'leader', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(paper(), openid)).toBe(code))

  it('for what stands on another unit’s sheet, or twice on this one', async () => {
    const foreign = [decision(rubric, 'a1-01', { unitId: 'township-b' })]
    expect(await verdictOf(paper({ decisions: foreign }))).toBe('call.invalid-input')
    const twice = [decision(rubric, 'a1-01'), decision(rubric, 'a1-01')]
    expect(await verdictOf(paper({ decisions: twice }))).toBe('call.invalid-input')
  })

  it('whole, where one of its scores cannot be or is stale', async () => {
    const tooMuch = [decision(rubric, 'a1-01'), decision(rubric, 'a1-02', { score: 350 })]
    expect(await verdictOf(paper({ decisions: tooMuch }))).toBe('review-score.above-maximum')
    const stale = [decision(rubric, 'a1-01'), decision(rubric, 'a1-02', { revision: 3 })]
    expect(await verdictOf(paper({ decisions: stale }))).toBe('item.stale')
    const { history, summary } = await county.stored('township-a')
    expect([history, summary.byDepartment]).toEqual([[], {}])
  })
})

it('enters the column, names the office in the history and keeps the stamped sheet', async () => {
  const scan = picture(1, 'sheet')
  const [ticket] = await takeTickets(county, 'office', [scan])
  await upload(county, 'office', ticket?.path ?? '', scan.content)
  const entered = await county.as('office').get('paper.enter-review', paper({ sheets: [ticket?.ticketId] }))
  expect(entered).toEqual({ entered: 2, state: 'submitted' })
  const { paperSheets, history, summary, items } = await county.stored('township-a')
  expect(paperSheets).toMatchObject([
    { departmentId, note: '部室交来纸质表', files: [expect.stringContaining('/papers/')] },
  ])
  expect(summary.byDepartment[departmentId]).toMatchObject({ count: 2, scored: 550, maximum: 600 })
  expect(items['a1-02']?.reviews?.[departmentId]?.signature).toMatchObject({ name: '考核办', fromPaper: true })
  expect(history.map(entry => [entry.part, entry.fromPaper])).toEqual([
    ['review:general-office', true],
    ['review:general-office', true],
    ['paper.review:general-office', true],
  ])
})

it('comes in after the departments’ time too, for paper is slower', async () => {
  await county.arrange('township-a', { reviewOpenUntil: 1 })
  expect(await verdictOf(paper())).toBe('ok')
})

it('delivered twice has one effect; another body under its id is refused', async () => {
  const input = paper()
  expect([await verdictOf(input), await verdictOf(input)]).toEqual(['ok', 'ok'])
  expect(await verdictOf({ ...input, note: '别的' })).toBe('operation.reused')
  expect((await county.stored('township-a')).history).toHaveLength(3)
})
