import type { Assessment } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import type { DecisionChange } from '#shared/contract/review-contract'
import { emptyTally } from '#shared/scoring/tally'
import { type County, cycleId, startCounty } from '../support/county'
import { decision, deduction } from '../support/county/decisions'
import { change, filledSheet, rubricOf, selfScore } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const rubric = rubricOf('township')
const departmentId = 'general-office'
const decide = (decisions: DecisionChange[], openid = 'head-general-office') =>
  county.as(openid).get('review.decide', { cycleId, departmentId, decisions })
const verdictOf = (input: object = {}, openid = 'head-general-office') =>
  county
    .as(openid)
    .verdict('review.decide', { cycleId, departmentId, decisions: [decision(rubric, 'a1-01')], ...input })
const codesOf = async (decisions: DecisionChange[]) =>
  (await decide(decisions)).verdicts.map(verdict => ('problem' in verdict ? verdict.problem.code : verdict.kind))

beforeEach(async () => {
  await county.arrangeCycle({ phase: 'review', decidedBy: 'department-head' })
  const reviewOpenUntil = Date.now() + 86_400_000
  const fresh: Partial<Assessment> = { stage: 'submitted', openedBy: {}, history: [], reviewOpenUntil }
  await county.arrange('township-a', { ...filledSheet('township'), ...fresh })
  await county.arrange('township-b', { ...filledSheet('township'), ...fresh })
})

/** The figures follow the items, to the hundredth. */
async function expectSound(unitId = 'township-a') {
  const stored = await county.stored(unitId)
  const { count, scored, maximum } = summarize(rubric, stored).byDepartment[departmentId] ?? emptyTally
  expect(stored.summary.byDepartment[departmentId] ?? emptyTally).toMatchObject({ count, scored, maximum })
  return stored
}

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit', 'chair-township-a', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['another department’s head', 'head-welfare', 'permission.denied'],
    ['a reviewer, where the head decides', 'reviewer-general-office', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf({}, openid)).toBe(code))

  it('to a head who names a department that is not', async () => {
    expect(await verdictOf({ departmentId: 'no-such' })).toBe('permission.denied')
  })

  it('outside the phases of scoring', async () => {
    await county.arrangeCycle({ phase: 'score-check' })
    expect(await verdictOf()).toBe('review.closed')
  })

  it.each([
    ['an operator for a unit', { unitId: { $gt: '' } }],
    ['a score that is a text', { score: '3' }],
    ['a reason of nothing', { reasons: [{ phrase: '缺席', points: 0 }] }],
    ['something else seen', { seen: ['rumours'] }],
  ])('with %s', async (_what, fields) => {
    expect(await verdictOf({ decisions: [{ ...decision(rubric, 'a1-01'), ...fields }] })).toBe('call.invalid-input')
  })

  it('with one item of a unit twice', async () => {
    const twice = [decision(rubric, 'a1-01'), decision(rubric, 'a1-01')]
    expect(await verdictOf({ decisions: twice })).toBe('call.invalid-input')
  })
})

describe('a 定分 that cannot be', () => {
  it.each<[string, Partial<DecisionChange>, string]>([
    ['above the maximum', { score: 350 }, 'review-score.above-maximum'],
    ['below zero', { score: -50 }, 'review-score.below-zero'],
    ['off the step', { score: 290 }, 'review-score.off-step'],
    ['half a hundredth', { score: 250.5 }, 'review-score.not-a-number'],
    ['no score', { score: null }, 'review-score.missing'],
    ['less than full without a reason', { score: 250, seen: ['originals'] }, 'deduction.reason-missing'],
    [
      'less than full without having seen anything',
      { score: 250, reasons: [{ phrase: '缺会', points: 50 }] },
      'seen.missing',
    ],
    [
      'reasons that do not sum',
      { score: 250, reasons: [{ phrase: '缺会', points: 100 }], seen: ['originals'] },
      'deduction.sum-differs',
    ],
    [
      'an empty reason',
      { score: 250, reasons: [{ phrase: '', points: 50 }], seen: ['originals'] },
      'deduction.phrase-empty',
    ],
    ['不涉及 that the unit has not claimed', { score: null, notApplicableAgreed: true }, 'not-applicable.not-claimed'],
    ['an item of another department', { itemId: 'a1-05' }, 'permission.denied'],
    ['an item of another annex', { itemId: 'a2-01' }, 'item.unknown'],
    ['a unit without a sheet', { unitId: 'no-such' }, 'assessment.unknown'],
  ])('%s', async (_what, fields, code) => {
    expect(await codesOf([decision(rubric, 'a1-01', fields)])).toEqual([code])
    expect((await county.stored('township-a')).history).toEqual([])
  })

  it('of a unit that has not submitted, was checked, or whose time is over', async () => {
    await county.arrange('township-a', { stage: 'filling' })
    expect(await codesOf([decision(rubric, 'a1-01')])).toEqual(['assessment.not-submitted'])
    await county.arrange('township-a', { stage: 'checked' })
    expect(await codesOf([decision(rubric, 'a1-01')])).toEqual(['review.closed'])
    await county.arrange('township-a', { stage: 'submitted', reviewOpenUntil: 1 })
    expect(await codesOf([decision(rubric, 'a1-01')])).toEqual(['review.closed'])
  })
})

describe('decides', () => {
  it('items of several units, each with its verdict', async () => {
    const { verdicts, items, states } = await decide([
      decision(rubric, 'a1-01'),
      deduction(rubric, 'a1-02', 50),
      decision(rubric, 'a1-03', { score: 1000 }),
      decision(rubric, 'a1-01', { unitId: 'township-b' }),
    ])
    expect(verdicts).toMatchObject([
      { unitId: 'township-a', kind: 'saved', itemId: 'a1-01', revision: 1 },
      { unitId: 'township-a', kind: 'saved', itemId: 'a1-02', revision: 1 },
      { unitId: 'township-a', kind: 'refused', itemId: 'a1-03' },
      { unitId: 'township-b', kind: 'saved', itemId: 'a1-01' },
    ])
    expect(items['township-a']?.['a1-02']?.decision).toMatchObject({
      score: 250,
      reasons: [{ phrase: '资料不齐', points: 50 }],
      signature: { name: '办公室部长' },
    })
    expect(states).toEqual({ 'township-a': 'submitted', 'township-b': 'submitted' })
    const { summary, history } = await expectSound()
    expect(summary.byDepartment[departmentId]).toEqual({ count: 2, scored: 550, maximum: 600, notApplicable: {} })
    expect(history.map(entry => [entry.part, entry.itemId, entry.revision])).toEqual([
      ['review:general-office', 'a1-01', 1],
      ['review:general-office', 'a1-02', 1],
    ])
    expect(summary.self).toEqual(filledSheet('township').summary.self)
  })

  it('nothing at all as zero, and again something else', async () => {
    await decide([deduction(rubric, 'a1-01', 300)])
    expect((await expectSound()).summary.byDepartment[departmentId]).toMatchObject({
      count: 1,
      scored: 0,
      maximum: 300,
    })
    await decide([decision(rubric, 'a1-01', { revision: 1 })])
    const { summary, history } = await expectSound()
    expect(summary.byDepartment[departmentId]).toMatchObject({ count: 1, scored: 300, maximum: 300 })
    expect(history[1]).toMatchObject({ from: { score: 0 }, to: { score: 300 } })
  })

  it('that 不涉及 is right, or scores it all the same', async () => {
    const sheet = filledSheet('township')
    const claimed = { self: { ...selfScore(0), score: null, notApplicable: '没有这项工作' } }
    await county.arrange('township-a', { items: { ...sheet.items, 'a1-01': claimed } })
    const agreed = { score: null, notApplicableAgreed: true, reasons: [{ phrase: '忘了删', points: 50 }] }
    await decide([decision(rubric, 'a1-01', agreed)])
    expect((await expectSound()).items['a1-01']?.reviews?.[departmentId]).toMatchObject({ score: null, reasons: [] })
    expect((await county.stored('township-a')).summary.byDepartment[departmentId]?.notApplicable).toEqual({ 300: 1 })
    await decide([{ ...deduction(rubric, 'a1-01', 100), revision: 1 }])
    expect((await expectSound()).items['a1-01']?.reviews?.[departmentId]).toMatchObject({ score: 200 })
  })

  it('by any reviewer where the office allows it', async () => {
    await county.arrangeCycle({ decidedBy: 'any-reviewer' })
    expect(await verdictOf({}, 'reviewer-general-office')).toBe('ok')
  })

  it('in two round trips, and in steps of 0.1 where the cycle says so', async () => {
    await county.arrangeCycle({ departmentStep: 10 })
    const before = county.log.length
    expect(await codesOf([deduction(rubric, 'a1-01', 10)])).toEqual(['saved'])
    expect(county.log.slice(before).join()).toContain('"roundTrips":2')
    await county.arrangeCycle({ departmentStep: 50 })
  })

  it('departments at the same time never collide', async () => {
    const welfare = { cycleId, departmentId: 'welfare', decisions: [decision(rubric, 'a1-14')] }
    const [own, other] = await Promise.all([
      decide([decision(rubric, 'a1-01')]),
      county.as('head-welfare').get('review.decide', welfare),
    ])
    expect([...own.verdicts, ...other.verdicts].map(({ kind }) => kind)).toEqual(['saved', 'saved'])
    expect((await expectSound()).history).toHaveLength(2)
  })
})

describe('conflicts', () => {
  it('a repeated delivery has the same answer and one effect; another body under its id is refused', async () => {
    const once = decision(rubric, 'a1-01')
    const first = await decide([once])
    expect((await decide([once])).verdicts).toEqual(first.verdicts)
    expect(await codesOf([{ ...once, comment: '改了' }])).toEqual(['operation.reused'])
    expect(await codesOf([{ ...once, itemId: 'a1-02', score: 300 }])).toEqual(['operation.reused'])
    expect((await expectSound()).history).toHaveLength(1)
  })

  it('gets its answer even after the year has moved on', async () => {
    const once = decision(rubric, 'a1-01')
    await decide([once])
    await county.arrangeCycle({ phase: 'score-check' })
    expect(await codesOf([once, decision(rubric, 'a1-02')])).toEqual(['saved', 'review.closed'])
    expect(await verdictOf({ decisions: [decision(rubric, 'a1-02')] })).toBe('review.closed')
  })

  it('a stale one is not applied: both sides come back, and the other nine go in', async () => {
    await decide([deduction(rubric, 'a1-01', 100)])
    const ids = ['a1-01', 'a1-02', 'a1-03', 'a1-04', 'a1-18', 'a1-19']
    const { verdicts } = await decide(ids.map(itemId => decision(rubric, itemId)))
    expect(verdicts[0]).toMatchObject({
      kind: 'stale',
      problem: { code: 'item.stale' },
      current: { self: { score: 300 }, decision: { score: 200, revision: 1 } },
    })
    expect(verdicts.slice(1).map(({ kind }) => kind)).toEqual(Array(5).fill('saved'))
    expect((await expectSound()).items['a1-01']?.reviews?.[departmentId]?.score).toBe(200)
  })

  it('is stale too where the unit has supplied another self-score since', async () => {
    const { items } = filledSheet('township')
    const supplement = { departmentId, reason: '缺记录', at: 1, until: Date.now() + 60_000 }
    await county.arrange('township-a', { items: { ...items, 'a1-01': { ...items['a1-01'], supplement } } })
    const supplied = change('a1-01', { revision: 1, score: 200 })
    const unit = county.as('chair-township-a')
    await unit.get('assessment.save', { cycleId, unitId: 'township-a', changes: [supplied] })
    const { verdicts } = await decide([decision(rubric, 'a1-01')])
    expect(verdicts).toMatchObject([{ kind: 'stale', current: { self: { score: 200, revision: 2 }, decision: null } }])
  })

  it('of two heads at once one is saved', async () => {
    const both = await Promise.all([
      decide([decision(rubric, 'a1-01'), decision(rubric, 'a1-02')]),
      decide([deduction(rubric, 'a1-01', 50), decision(rubric, 'a1-03')]),
    ])
    const kinds = both.flatMap(({ verdicts }) => verdicts.map(({ kind }) => kind))
    expect(kinds.sort()).toEqual(['saved', 'saved', 'saved', 'stale'])
    expect((await expectSound()).summary.byDepartment[departmentId]?.count).toBe(3)
  })
})
