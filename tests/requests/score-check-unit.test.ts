import type { AssessedItem } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import { type County, cycleId, startCounty } from '../support/county'
import { storedDoubt } from '../support/county/decisions'
import { scoredSheet } from '../support/county/score-check'
import { newId, rubricOf } from '../support/county/sheets'

/* What a unit says of its scores: 没有疑问, or 这项请再看看. */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const unitId = 'township-a'
const chair = 'chair-township-a'
const unit = { cycleId, unitId }
const arrange = (changed: Record<string, Partial<AssessedItem>> = {}) => county.arrange(unitId, scoredSheet(changed))
beforeEach(async () => {
  await county.arrangeCycle({ phase: 'score-check' })
  await arrange()
})

const confirming = () => ({ ...unit, operationId: newId() })
const doubting = (fields: object = {}) => ({
  ...{ ...unit, itemId: 'a1-01', operationId: newId(), revision: 0, text: '签到册上有我们' },
  ...fields,
})
const waiting = { 'a1-01': { doubt: storedDoubt() } }

/** The figures follow the items. */
async function expectSound() {
  const stored = await county.stored(unitId)
  const { doubtsOpen, doubtsAnswered } = summarize(rubricOf('township'), stored)
  expect(stored.summary).toMatchObject({ doubtsOpen, doubtsAnswered })
  return stored
}

describe.each([
  ['score-check.confirm', confirming],
  ['score-check.take-back', confirming],
  ['score-check.doubt', doubting],
  ['score-check.withdraw-doubt', () => ({ ...unit, itemId: 'a1-01', operationId: newId(), revision: 1 })],
] as const)('%s is refused', (request, input) => {
  const verdictOf = (openid: string, fields: object = {}) =>
    county.as(openid).verdict(request, { ...input(), ...fields })

  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['a filler, who only looks', 'filler-township-a', 'permission.denied'],
    ['another chair', 'chair-township-b', 'permission.denied'],
    ['a department', 'head-general-office', 'permission.denied'],
    ['a leader', 'leader', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(openid)).toBe(code))

  it.each([
    ['an operator for a unit', { unitId: { $gt: '' } }],
    ['an operator for its id', { operationId: { $ne: '' } }],
    ['something more', { stage: 'checked' }],
  ])('with %s', async (_what, fields) => expect(await verdictOf(chair, fields)).toBe('call.invalid-input'))

  it('for a unit that takes no part', async () => {
    expect(await verdictOf('office', { unitId: 'no-such' })).toBe('assessment.unknown')
  })

  it('before 得分核对 and after it', async () => {
    for (const phase of ['joint-review', 'approval'] as const) {
      await county.arrangeCycle({ phase })
      expect(await verdictOf(chair)).toBe('score-check.closed')
    }
  })
})

describe('没有疑问', () => {
  it('makes the sheet 已核对, in two round trips, and the office sees it', async () => {
    const before = county.log.length
    const sheet = await county.as(chair).get('score-check.confirm', confirming())
    expect(county.log.slice(before).join()).toContain('"roundTrips":2')
    expect(sheet).toMatchObject({ state: 'checked', stage: 'checked' })
    expect(sheet.abilities).toMatchObject({ 'score-check.take-back': true })
    expect(sheet.abilities).not.toHaveProperty(['score-check.doubt'])
    const { units } = await county.as('office').get('office.overview', { cycleId })
    expect(units.find(row => row.unitId === unitId)?.state).toBe('checked')
    const { history } = await county.stored(unitId)
    expect(history).toMatchObject([{ part: 'stage', from: 'submitted', to: 'checked', byName: '城关镇总工会主席' }])
  })

  it('delivered twice counts once, also after the phase has passed', async () => {
    const input = confirming()
    const first = await county.as(chair).get('score-check.confirm', input)
    expect(await county.as(chair).get('score-check.confirm', input)).toEqual(first)
    await county.arrangeCycle({ phase: 'approval' })
    expect((await county.as(chair).get('score-check.confirm', input)).state).toBe('checked')
    expect((await county.stored(unitId)).history).toHaveLength(1)
  })

  it('of two chairs at once is said once', async () => {
    const both = await Promise.all(
      [confirming(), confirming()].map(input => county.as(chair).verdict('score-check.confirm', input)),
    )
    expect(both.sort()).toEqual(['ok', 'score-check.confirmed'])
  })

  it('waits for doubts to be answered, and names them', async () => {
    await arrange({ ...waiting, 'a1-02': { doubt: storedDoubt() } })
    const reply = await county.as(chair).ask('score-check.confirm', confirming())
    expect(reply).toMatchObject({ ok: false })
    const problem = reply.ok ? null : reply.problem
    expect(problem).toMatchObject({ code: 'score-check.doubts-open', details: { numbers: [1, 2] } })
    expect(problem?.message).toBe('第1、2项的疑问还在等部室答复，现在不能说没有疑问。请等答复，或先撤回疑问。')
  })

  it('is possible once they are answered or taken back', async () => {
    const signature = { name: '部长', memberId: 'm-1', at: 2 }
    const answer = { kind: 'kept' as const, text: '核对过', signature }
    await arrange({
      'a1-01': { doubt: storedDoubt({ state: 'answered', answer }) },
      'a1-02': { doubt: storedDoubt({ state: 'withdrawn' }) },
    })
    expect(await county.as(chair).verdict('score-check.confirm', confirming())).toBe('ok')
  })

  it('can be said of a sheet that was begun before there were 疑问', async () => {
    const { summary } = await county.stored(unitId)
    const { doubtsOpen: _open, doubtsAnswered: _answered, ...ofEarlier } = summary
    await county.arrange(unitId, { summary: ofEarlier })
    const { abilities } = await county.as(chair).get('score-check.doubt', doubting())
    expect(abilities).toMatchObject({ 'score-check.withdraw-doubt': true })
    expect(await county.as(chair).verdict('score-check.confirm', confirming())).toBe('score-check.doubts-open')
    await county.as(chair).get('score-check.withdraw-doubt', {
      ...{ ...unit, itemId: 'a1-01', operationId: newId(), revision: 1 },
    })
    expect(await county.as(chair).verdict('score-check.confirm', confirming())).toBe('ok')
  })

  it('waits for every score', async () => {
    await arrange({ 'a1-25': { reviews: {} } })
    expect(await county.as(chair).verdict('score-check.confirm', confirming())).toBe('score-check.not-scored')
  })

  it('is taken back, and said again', async () => {
    await county.as(chair).get('score-check.confirm', confirming())
    const back = await county.as(chair).get('score-check.take-back', confirming())
    expect(back).toMatchObject({ state: 'reviewed', abilities: { 'score-check.doubt': true } })
    expect(await county.as(chair).verdict('score-check.take-back', confirming())).toBe('score-check.not-confirmed')
    expect(await county.as(chair).verdict('score-check.confirm', confirming())).toBe('ok')
    expect((await county.stored(unitId)).history.map(({ to }) => to)).toEqual(['checked', 'submitted', 'checked'])
  })

  it('is written down by the office from paper, under both their names', async () => {
    await county.as('office').get('score-check.confirm', confirming())
    expect((await county.stored(unitId)).history).toMatchObject([{ byName: '考核办', fromPaper: true }])
  })
})

describe('这项请再看看', () => {
  it('reaches the department with its words, counts in lists, and leaves no name', async () => {
    const before = county.log.length
    const sheet = await county.as(chair).get('score-check.doubt', doubting())
    expect(county.log.slice(before).join()).toContain('"roundTrips":2')
    expect(sheet.items['a1-01']?.doubt).toEqual({
      ...{ revision: 1, departmentId: 'general-office', text: '签到册上有我们', state: 'open', answer: null },
      at: expect.any(Number),
    })
    const office = { cycleId, departmentId: 'general-office' }
    const queue = await county.as('reviewer-general-office').get('review.queue', office)
    expect(queue.units.find(row => row.unitId === unitId)).toMatchObject({ doubts: 1 })
    const review = await county.as('head-general-office').get('review.open', { ...office, unitId })
    expect(review.items.find(({ itemId }) => itemId === 'a1-01')?.doubt?.text).toBe('签到册上有我们')
    expect(review.abilities).toMatchObject({ 'score-check.answer': true })
    expect(JSON.stringify(review)).not.toContain('城关镇总工会主席')
    const stored = await expectSound()
    expect(stored.summary).toMatchObject({ doubtsOpen: 1, doubtsAnswered: 0 })
    // WeChat looks at the words, and the department is told.
    const [{ operationId = '' } = {}] = stored.history
    expect(stored).toMatchObject({ unchecked: operationId, untold: operationId })
  })

  it('is nothing that other departments see', async () => {
    await arrange(waiting)
    const other = { cycleId, departmentId: 'welfare' }
    const queue = await county.as('head-welfare').get('review.queue', other)
    expect(queue.units.find(row => row.unitId === unitId)?.doubts).toBe(0)
  })

  it.each<[string, object, string]>([
    ['no word', { text: ' ' }, 'call.invalid-input'],
    ['too many', { text: '字'.repeat(201) }, 'call.invalid-input'],
    ['an operator for words', { text: { $gt: '' } }, 'call.invalid-input'],
    ['an item of another annex', { itemId: 'a2-01' }, 'item.unknown'],
    ['a doubt that it never had', { revision: 1 }, 'score-doubt.stale'],
  ])('is refused with %s', async (_what, fields, code) => {
    expect(await county.as(chair).verdict('score-check.doubt', doubting(fields))).toBe(code)
    expect((await county.stored(unitId)).history).toEqual([])
  })

  it('needs a score to be about', async () => {
    await arrange({ 'a1-01': { reviews: {} } })
    expect(await county.as(chair).verdict('score-check.doubt', doubting())).toBe('score-doubt.no-score')
  })

  it('is one at a time, and another once it is answered', async () => {
    const input = doubting()
    const first = await county.as(chair).get('score-check.doubt', input)
    expect(await county.as(chair).get('score-check.doubt', input)).toEqual(first)
    expect(await county.as(chair).verdict('score-check.doubt', { ...input, text: '别的' })).toBe('operation.reused')
    expect(await county.as(chair).verdict('score-check.doubt', doubting())).toBe('score-doubt.stale')
    expect(await county.as(chair).verdict('score-check.doubt', doubting({ revision: 1 }))).toBe('score-doubt.waiting')
    const signature = { name: '部长', memberId: 'm-1', at: 2 }
    const answer = { kind: 'kept' as const, text: '核对过', signature }
    await arrange({ 'a1-01': { doubt: storedDoubt({ revision: 2, state: 'answered', answer }) } })
    await county.as(chair).get('score-check.doubt', doubting({ revision: 2 }))
    expect((await expectSound()).summary).toMatchObject({ doubtsOpen: 1, doubtsAnswered: 0 })
  })

  it('of two phones at once is raised once', async () => {
    const both = await Promise.all(
      [doubting(), doubting({ text: '请看第3页' })].map(input => county.as(chair).verdict('score-check.doubt', input)),
    )
    expect(both.sort()).toEqual(['ok', 'score-doubt.stale'])
    expect((await expectSound()).summary.doubtsOpen).toBe(1)
  })

  it('is no more once 没有疑问 was said, until that is taken back', async () => {
    await county.as(chair).get('score-check.confirm', confirming())
    expect(await county.as(chair).verdict('score-check.doubt', doubting())).toBe('score-check.confirmed')
  })

  it('is taken back while nobody has answered', async () => {
    await arrange(waiting)
    const withdrawing = { ...unit, itemId: 'a1-01', operationId: newId(), revision: 1 }
    const sheet = await county.as(chair).get('score-check.withdraw-doubt', withdrawing)
    expect(sheet.items['a1-01']?.doubt).toMatchObject({ state: 'withdrawn', revision: 2 })
    expect((await expectSound()).summary.doubtsOpen).toBe(0)
    const again = { ...withdrawing, operationId: newId(), revision: 2 }
    expect(await county.as(chair).verdict('score-check.withdraw-doubt', again)).toBe('score-doubt.not-waiting')
    const stale = { ...withdrawing, operationId: newId() }
    expect(await county.as(chair).verdict('score-check.withdraw-doubt', stale)).toBe('score-doubt.stale')
    const unknown = { ...withdrawing, operationId: newId(), itemId: 'a2-01' }
    expect(await county.as(chair).verdict('score-check.withdraw-doubt', unknown)).toBe('item.unknown')
  })
})
