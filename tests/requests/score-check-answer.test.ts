import type { AssessedItem } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import type { AnswerScoreDoubt } from '#shared/contract/score-check-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { storedDecision, storedDoubt } from '../support/county/decisions'
import { scoredSheet } from '../support/county/score-check'
import { newId, rubricOf } from '../support/county/sheets'

/* A department answers 这项请再看看: 维持 with words, or another 定分. */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const unitId = 'township-a'
const departmentId = 'general-office'
const head = 'head-general-office'
const less = storedDecision(250, [{ phrase: '缺会', points: 50 }])
const arrange = (item: Partial<AssessedItem> = {}) =>
  county.arrange(unitId, scoredSheet({ 'a1-01': { reviews: { [departmentId]: less }, doubt: storedDoubt(), ...item } }))
beforeEach(async () => {
  await county.arrangeCycle({ phase: 'score-check', decidedBy: 'department-head' })
  await arrange()
})

const kept = (fields: object = {}): AnswerScoreDoubt => ({
  ...{ cycleId, departmentId, unitId, itemId: 'a1-01', operationId: newId(), revision: 1 },
  answer: { kind: 'kept', text: '签到册上是代签' },
  ...fields,
})
const full = { revision: 1, seenSelfRevision: 1, score: 300, notApplicableAgreed: false, reasons: [], comment: '' }
const changed = (decision: object = {}, fields: object = {}): AnswerScoreDoubt => ({
  ...kept(fields),
  answer: { kind: 'changed', text: '', decision: { ...full, seen: [], ...decision } },
})
const answer = (input: AnswerScoreDoubt, openid = head) => county.as(openid).get('score-check.answer', input)
const verdictOf = (input: object, openid = head) => county.as(openid).verdict('score-check.answer', input)

async function expectSound() {
  const stored = await county.stored(unitId)
  const { doubtsOpen, doubtsAnswered, byDepartment } = summarize(rubricOf('township'), stored)
  expect(stored.summary).toMatchObject({ doubtsOpen, doubtsAnswered })
  expect(stored.summary.byDepartment[departmentId]).toMatchObject({
    count: byDepartment[departmentId]?.count,
    scored: byDepartment[departmentId]?.scored,
    maximum: byDepartment[departmentId]?.maximum,
  })
  return stored
}

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit', 'chair-township-a', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['another department’s head', 'head-welfare', 'permission.denied'],
    ['a reviewer, where the head decides', 'reviewer-general-office', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(kept(), openid)).toBe(code))

  it.each<[string, () => object, string]>([
    ['no word for 维持', () => kept({ answer: { kind: 'kept', text: ' ' } }), 'call.invalid-input'],
    ['too many words', () => kept({ answer: { kind: 'kept', text: '字'.repeat(201) } }), 'call.invalid-input'],
    ['a third kind', () => kept({ answer: { kind: 'dropped', text: '好' } }), 'call.invalid-input'],
    ['an operator for a unit', () => kept({ unitId: { $gt: '' } }), 'call.invalid-input'],
    ['a score that is a text', () => changed({ score: '3' }), 'call.invalid-input'],
    ['a unit that takes no part', () => kept({ unitId: 'no-such' }), 'assessment.unknown'],
    ['an item of another annex', () => kept({ itemId: 'a2-01' }), 'item.unknown'],
    ['an item of another department', () => kept({ itemId: 'a1-05' }), 'permission.denied'],
    ['an item that nobody doubts', () => kept({ itemId: 'a1-02' }), 'score-doubt.not-waiting'],
    ['other words than were read', () => kept({ revision: 2 }), 'score-doubt.stale'],
    ['a score above the maximum', () => changed({ score: 350 }), 'review-score.above-maximum'],
    ['a score off the step', () => changed({ score: 290 }), 'review-score.off-step'],
    ['less than full without a reason', () => changed({ score: 200, seen: ['originals'] }), 'deduction.reason-missing'],
    ['a 定分 that another has changed', () => changed({ revision: 0 }), 'item.stale'],
    ['a self-score that another has changed', () => changed({ seenSelfRevision: 2 }), 'item.stale'],
    [
      'another score that is the same',
      () => changed({ score: 250, reasons: [{ phrase: '缺会', points: 50 }], seen: ['originals'] }),
      'score-doubt.same-score',
    ],
  ])('for %s', async (_what, input, code) => {
    expect(await verdictOf(input())).toBe(code)
    expect((await county.stored(unitId)).history).toEqual([])
  })

  it('before 得分核对 and after it', async () => {
    for (const phase of ['joint-review', 'approval'] as const) {
      await county.arrangeCycle({ phase })
      expect(await verdictOf(kept())).toBe('score-check.closed')
    }
  })

  it('of a doubt that was taken back or answered', async () => {
    await arrange({ doubt: storedDoubt({ state: 'withdrawn' }) })
    expect(await verdictOf(kept())).toBe('score-doubt.not-waiting')
  })

  it('review.decide changes nothing in this phase, doubted or not', async () => {
    const { answer } = changed()
    if (answer.kind !== 'changed') throw new Error('a changed score')
    const decision = { ...answer.decision, unitId, itemId: 'a1-01', operationId: newId() }
    const input = { cycleId, departmentId, decisions: [decision] }
    expect(await county.as(head).verdict('review.decide', input)).toBe('review.closed')
  })
})

it('维持 leaves the score, and the unit reads why, by department and not by name', async () => {
  const before = county.log.length
  const { item, state } = await answer(kept())
  expect(county.log.slice(before).join()).toContain('"roundTrips":2')
  expect(state).toBe('reviewed')
  expect(item).toMatchObject({ decision: { score: 250 }, doubt: { state: 'answered', answer: { kind: 'kept' } } })
  const sheet = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId })
  expect(sheet.items['a1-01']).toMatchObject({
    released: { departmentId, score: 250 },
    doubt: { departmentId, answer: { kind: 'kept', text: '签到册上是代签' } },
  })
  expect(JSON.stringify(sheet)).not.toContain('部长')
  const stored = await expectSound()
  const [{ operationId = '' } = {}] = stored.history
  expect(stored).toMatchObject({ unchecked: operationId, untold: operationId })
  expect(stored.history).toMatchObject([
    {
      part: 'doubt:general-office',
      from: { text: '签到册上有我们', score: 250 },
      to: { kind: 'kept', text: '签到册上是代签', score: 250 },
    },
  ])
})

it('another score changes the total by the difference, though the departments’ time is over', async () => {
  const before = (await county.stored(unitId)).summary.byDepartment[departmentId]?.scored ?? 0
  const { item } = await answer(changed())
  expect(item).toMatchObject({
    decision: { score: 300, revision: 2, reasons: [] },
    doubt: { revision: 2, answer: { kind: 'changed', text: '' } },
  })
  const { summary, history } = await expectSound()
  expect(summary.byDepartment[departmentId]?.scored).toBe(before + 50)
  expect(history).toMatchObject([
    { part: 'doubt:general-office', from: { score: 250, text: '签到册上有我们' }, to: { score: 300 } },
    { part: 'review:general-office', from: { score: 250 }, to: { score: 300 }, byName: '办公室部长' },
  ])
})

it('a repeated delivery has one effect, also after the phase has passed; another body under its id is refused', async () => {
  const input = changed()
  const first = await answer(input)
  expect(await answer(input)).toEqual(first)
  expect(await verdictOf({ ...input, answer: { kind: 'kept', text: '别的' } })).toBe('operation.reused')
  await county.arrangeCycle({ phase: 'approval' })
  expect(await answer(input)).toEqual(first)
  expect((await expectSound()).history).toHaveLength(2)
})

it('of two heads at once one answers', async () => {
  const both = await Promise.all([verdictOf(kept()), verdictOf(changed())])
  expect(both.sort()).toEqual(['ok', 'score-doubt.stale'])
  expect((await expectSound()).summary).toMatchObject({ doubtsOpen: 0, doubtsAnswered: 1 })
})

it('any reviewer answers where the office allows it', async () => {
  await county.arrangeCycle({ decidedBy: 'any-reviewer' })
  expect(await verdictOf(kept(), 'reviewer-general-office')).toBe('ok')
})

it('agrees to 不涉及 where the unit has said so', async () => {
  const { items } = scoredSheet()
  const self = items?.['a1-01']?.self
  if (!self) throw new Error('a filled sheet')
  await arrange({ self: { ...self, score: null, notApplicable: '没有这项工作' } })
  await answer(changed({ score: null, notApplicableAgreed: true }))
  expect((await expectSound()).summary.byDepartment[departmentId]?.notApplicable).toEqual({ 300: 1 })
})
