import { itemsOf } from '#shared/rubric/rubric'
import { type County, cycleId, startCounty } from '../support/county'
import { decisionOf, officeEyes } from '../support/county/main-job'
import { filledSheet, newId, rubricOf } from '../support/county/sheets'

/*
 * 得分核对, whole: six departments have scored, the unit reads its scores, doubts two, one department changes and one
 * keeps, the unit is told and says 没有疑问. Steps of one story: each stands upon those before it.
 */

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.arrangeCycle({ phase: 'review', untold: [] })
  const yesterday = Date.now() - 86_400_000
  const signature = { name: '城关镇总工会主席', memberId: 'm-0', at: yesterday }
  const handedIn = { stage: 'submitted' as const, submission: { signature, late: false }, untold: null }
  await county.arrange(unitId, { ...filledSheet('township'), ...handedIn, reviewOpenUntil: Date.now() + 60_000 })
})
afterAll(() => county.close())

const unitId = 'township-a'
const sheet = { cycleId, unitId }
const rubric = rubricOf('township')
const { printedTotals, rowOf } = officeEyes(() => county)
const chair = () => county.as('chair-township-a')
const head = (departmentId: string) => county.as(`head-${departmentId}`)
const clock = () => county.cloud.fireTimer('clock')
const kindsOf = async (openid: string) => (await county.as(openid).get('notice.list', {})).notices
const doubt = (itemId: string, text: string) => ({ ...sheet, itemId, operationId: newId(), revision: 0, text })

/* By hand, of 100: 办公室 takes 1 off item 4, 组织部 0.5 off item 5 and 1 off item 9: 100 − 1 − 0.5 − 1 = 97.5. */
const off: Record<string, number> = { 'a1-04': 100, 'a1-05': 50, 'a1-09': 100 }

it('the six heads decide: 97.5', async () => {
  for (const departmentId of new Set(itemsOf(rubric).map(item => item.department))) {
    const own = itemsOf(rubric).filter(item => item.department === departmentId)
    const decisions = own.map(({ id }) => decisionOf(rubric, unitId, id, off[id] ?? 0))
    await head(departmentId).get('review.decide', { cycleId, departmentId, decisions })
  }
  expect(await rowOf(unitId)).toMatchObject({ state: 'reviewed', score: { total: 9750, complete: true } })
})

it('the office lets the units check their scores, and the departments decide no more', async () => {
  await county.as('office').get('cycle.change-phase', { cycleId, phase: 'score-check' })
  await county.arrange(unitId, { reviewOpenUntil: Date.now() - 1 })
  await clock()
  expect((await kindsOf('chair-township-a'))[0]).toMatchObject({ kind: 'released' })
  const seen = await chair().get('assessment.open', sheet)
  expect(seen.items['a1-05']?.released).toMatchObject({ departmentId: 'organization', score: 450 })
  expect(seen.abilities).toMatchObject({ 'score-check.confirm': true, 'score-check.doubt': true })
})

it('the chair asks to look at two items again, and cannot say 没有疑问 meanwhile', async () => {
  await chair().get('score-check.doubt', doubt('a1-05', '三会一课记录在2号盒第6页'))
  await chair().get('score-check.doubt', doubt('a1-04', '3月12日请过假'))
  expect(await chair().verdict('score-check.confirm', { ...sheet, operationId: newId() })).toBe(
    'score-check.doubts-open',
  )
})

it('each department learns of its own', async () => {
  await clock()
  const own = async (openid: string) =>
    (await kindsOf(openid)).filter(({ kind }) => kind === 'score-doubt-raised').map(({ words }) => words)
  expect(await own('head-organization')).toEqual(['城关镇总工会请再看看第5项的得分。'])
  expect(await own('reviewer-general-office')).toEqual(['城关镇总工会请再看看第4项的得分。'])
  expect(await own('head-welfare')).toEqual([])
})

it('组织部 finds the record and gives full marks; 办公室 keeps its score and says why', async () => {
  await head('organization').get('score-check.answer', {
    ...{ ...sheet, departmentId: 'organization', itemId: 'a1-05', operationId: newId(), revision: 1 },
    answer: { kind: 'changed', text: '', decision: fullMarksOf('a1-05') },
  })
  await head('general-office').get('score-check.answer', {
    ...{ ...sheet, departmentId: 'general-office', itemId: 'a1-04', operationId: newId(), revision: 1 },
    answer: { kind: 'kept', text: '请假条是会后补的' },
  })
  expect(await rowOf(unitId)).toMatchObject({ score: { total: 9800, complete: true } })
})

/** Upon the 定分 that stands, without the ids that go with a single decision. */
function fullMarksOf(itemId: string) {
  const { operationId: _o, unitId: _u, itemId: _i, revision: _r, ...score } = decisionOf(rubric, unitId, itemId, 0)
  return { ...score, revision: 1 }
}

it('the unit is told in words that say who, which item and what', async () => {
  await clock()
  const told = (await kindsOf('filler-township-a')).filter(({ kind }) => kind === 'score-doubt-answered')
  expect(told.map(({ words, page }) => [words, page]).sort()).toEqual([
    ['办公室答复了第4项的疑问：维持1分，请假条是会后补的', '/unit/item/item?item=a1-04&post=unit:township-a'],
    ['组织部答复了第5项的疑问：改为5分。', '/unit/item/item?item=a1-05&post=unit:township-a'],
  ])
})

it('the chair says 没有疑问: 已核对, and what is printed is 98', async () => {
  const { state } = await chair().get('score-check.confirm', { ...sheet, operationId: newId() })
  expect(state).toBe('checked')
  expect(await rowOf(unitId)).toMatchObject({ state: 'checked', score: { total: 9800 } })
  expect((await printedTotals(unitId, 'scored')).totals).toEqual(['合计（100分）', '100', '98', ''])
  const { units } = await county.as('office').get('score-check.list', { cycleId })
  expect(units[0]).toMatchObject({ unitId, check: 'confirmed', doubts: [{ number: 4 }, { number: 5 }] })
})
