import type { Assessment } from '#shared/assessment/assessment'
import type { DecisionChange } from '#shared/contract/review-contract'
import { unitRecords } from '#shared/records/records-of-unit'
import { findItem } from '#shared/rubric/rubric'
import { evaluateItem } from '#shared/rules/evaluate'
import { rubricVersionId } from '../../cloudfunctions/repositories/rubric-versions'
import { type County, cycleId, startCounty } from '../support/county'
import { decision, deduction } from '../support/county/decisions'
import { holdMeetings, storedMeeting } from '../support/county/records'
import { filledSheet, rubricOf } from '../support/county/sheets'

/*
 * 附件1第4项, 2 分, 每缺席一次扣0.5分: one absence of 城关镇 yields 1.5, 按县总记录推算. A department may decide otherwise,
 * and then says why.
 */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const rubric = rubricOf('township')
const item = findItem(rubric, 'a1-04')
const departmentId = 'general-office'
const fourth = (fields: Partial<DecisionChange>) => decision(rubric, 'a1-04', fields)
const decide = (decisions: DecisionChange[]) =>
  county.as('head-general-office').get('review.decide', { cycleId, departmentId, decisions })
const outcomeOf = async (change: DecisionChange) => {
  const [verdict] = (await decide([change])).verdicts
  return verdict && 'problem' in verdict ? verdict.problem.code : verdict?.kind
}

beforeEach(async () => {
  await county.arrangeCycle({ phase: 'review', decidedBy: 'department-head' })
  const fresh: Partial<Assessment> = {
    ...filledSheet('township'),
    stage: 'submitted',
    openedBy: {},
    history: [],
    reviewOpenUntil: Date.now() + 86_400_000,
  }
  await county.arrange('township-a', fresh)
  await county.arrange('township-b', fresh)
  await holdMeetings(county, [storedMeeting('spring', { 'township-a': [1], 'township-b': [] })])
})

describe('a 定分 beside a written formula', () => {
  it('is the figure and needs no further word', async () => {
    expect(await outcomeOf(deduction(rubric, 'a1-04', 50, '缺席一次'))).toBe('saved')
    const { items } = await county.stored('township-a')
    expect(items['a1-04']?.reviews?.[departmentId]).not.toHaveProperty('departure')
  })

  it.each([
    ['full marks', fourth({})],
    ['more taken off than the records yield', deduction(rubric, 'a1-04', 100, '缺席')],
  ])('is refused without a word where it is another: %s', async (_what, change) => {
    const { verdicts } = await decide([change])
    expect(verdicts).toMatchObject([
      {
        kind: 'refused',
        problem: { code: 'departure.missing', message: expect.stringContaining('第4项按县总记录推算是 1.5 分') },
      },
    ])
  })

  it('is accepted with its word, which history, department and later the unit see', async () => {
    const departure = '那天由县总派去市里开会'
    expect(await outcomeOf(fourth({ departure }))).toBe('saved')
    const { history } = await county.stored('township-a')
    expect(history.at(-1)).toMatchObject({ itemId: 'a1-04', to: { score: 200, departure } })
    const unit = { cycleId, unitId: 'township-a' }
    const { items } = await county.as('head-general-office').get('review.open', { ...unit, departmentId })
    expect(items.find(({ itemId }) => itemId === 'a1-04')?.decision).toMatchObject({ departure })

    await county.arrangeCycle({ phase: 'score-check' })
    const sheet = await county.as('chair-township-a').get('assessment.open', unit)
    expect(sheet.items['a1-04']?.released).toMatchObject({ score: 200, departure })
  })

  it('keeps no word where nothing departs', async () => {
    expect(await outcomeOf({ ...deduction(rubric, 'a1-04', 50), departure: '白写的' })).toBe('saved')
    const { items } = await county.stored('township-a')
    expect(items['a1-04']?.reviews?.[departmentId]).not.toHaveProperty('departure')
  })

  it('is free where nobody has recorded anything', async () => {
    await holdMeetings(county, [])
    expect(await outcomeOf(fourth({}))).toBe('saved')
  })

  it('is judged by each unit’s own records', async () => {
    const both = [fourth({}), fourth({ unitId: 'township-b' })]
    const { verdicts } = await decide(both)
    expect(verdicts.map(({ unitId, kind }) => [unitId, kind])).toEqual([
      ['township-a', 'refused'],
      ['township-b', 'saved'],
    ])
  })

  it('a repeated delivery is answered as the first was, whatever the records say by then', async () => {
    const change = deduction(rubric, 'a1-04', 50)
    expect(await outcomeOf(change)).toBe('saved')
    await holdMeetings(county, [])
    expect(await outcomeOf(change)).toBe('saved')
  })

  it('from paper is held to the same', async () => {
    const paper = { cycleId, unitId: 'township-a', departmentId, sheets: [], note: '' }
    const entering = (operationId: string, change: DecisionChange) =>
      county.as('office').verdict('paper.enter-review', { ...paper, operationId, decisions: [change] })
    expect(await entering('paper-operation-01', fourth({}))).toBe('departure.missing')
    expect(await entering('paper-operation-02', fourth({ departure: '表上注明由县总派出' }))).toBe('ok')
  })
})

describe('what the county holds is seen', () => {
  const figureOf = (records: Parameters<typeof unitRecords>[0]) =>
    item && evaluateItem(item, unitRecords(records)).figure

  it('by the unit, with every name of its meetings', async () => {
    const { records } = await county.as('filler-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
    expect(figureOf(records)).toBe(150)
    expect(records.records.absences).toMatchObject({
      source: '县总签到记录',
      scope: '共1次会议',
      entries: [{ what: '全县工会工作会议　委员 李晓燕', date: '2026-03-12', count: 1 }],
    })
  })

  it('of no other unit', async () => {
    const { records } = await county.as('filler-township-b').get('assessment.open', { cycleId, unitId: 'township-b' })
    expect(figureOf(records)).toBe(200)
    expect(JSON.stringify(records)).not.toContain('李晓燕')
  })

  it('by the department that scores by it, and by no other', async () => {
    const opened = (openid: string, department: string) =>
      county.as(openid).get('review.open', { cycleId, unitId: 'township-a', departmentId: department })
    expect(figureOf((await opened('head-general-office', departmentId)).records)).toBe(150)
    expect((await opened('head-welfare', 'welfare')).records).toEqual({ records: {}, targets: {}, doubts: [] })
  })

  it('down all units in sums', async () => {
    const { units } = await county.as('head-general-office').get('review.by-item', {
      cycleId,
      departmentId,
      rubricVersionId: rubricVersionId(rubric),
      itemId: 'a1-04',
    })
    expect(units.map(({ unitId, records }) => [unitId, figureOf(records)])).toEqual([
      ['township-a', 150],
      ['township-b', 200],
    ])
  })
})
