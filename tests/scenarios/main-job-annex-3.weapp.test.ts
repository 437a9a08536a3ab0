import { itemsOf } from '#shared/rubric/rubric'
import { type County, startCounty } from '../support/county'
import { rubricOf } from '../support/county/sheets'
import { type Deductions, decideByRequest, rowOf } from './support/decide'
import { fillItems, itemAt, type SelfAnswers, waitForFigure } from './support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from './support/phones'
import { agree, deduct, openReview } from './support/review-on-phone'

/*
 * The main job on annex 3, on phones: 县委办, whose joint items one department scores and the other reads. The chair
 * fills alone; 组织部 scores on screen, the other three departments by request.
 *
 * By hand. 自评: item 2 −1 (one absence costs 1), item 9 −0.5:        100 − 1.5 = 98.5
 * 部室: 办公室 (1–3, 10, 13) item 2 −1, item 13 −0.5                   1.5 off
 *       组织部 (4, 6, 7, 11, 12) item 4 −1, item 7 −0.5                1.5 off   (on screen)
 *       宣教部 (5, 8) item 5 −1.5                                      1.5 off
 *       保障部 (9) −0.5                                                0.5 off
 *                                              100 − 1.5 − 1.5 − 1.5 − 0.5 = 95
 */
const unitId = 'party-a'
const rubric = rubricOf('party-government')
const items = itemsOf(rubric)
const selfAnswers: SelfAnswers = { 'a3-02': 100, 'a3-09': 50 }
const deductions: Deductions = { 'a3-02': 100, 'a3-13': 50, 'a3-05': 150, 'a3-09': 50 }

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

it('the chair fills all thirteen items alone, and submits', async () => {
  const chair = await phoneOf(county, 'chair-party-a')
  await chair.tap('从第1项填起')
  await fillItems(chair, items, selfAnswers)
  await chair.waitForPage('unit/sheet/sheet')
  await waitForFigure(chair, '#sheet-total', '98.5')
  await chair.tap('#go-submit')
  await chair.tap('#submit-confirm')
  await chair.waitForText('县总已收到全部13项')
  expect(await rowOf(county, unitId)).toMatchObject({ state: 'submitted', selfTotal: 9850 })
})

it('the other three departments decide by request', async () => {
  for (const departmentId of ['general-office', 'publicity', 'welfare'])
    await decideByRequest(county, rubric, { unitId, departmentId, deductions })
})

it('组织部 scores its five items, and of the joint ones of 宣传部 reads the 定分', async () => {
  const head = await phoneOf(county, 'head-organization')
  await openReview(head, unitId)
  await deduct(head, itemAt(rubric, 4), 100, '换届没有报批')
  await agree(head, itemAt(rubric, 6))
  await deduct(head, itemAt(rubric, 7), 50, '志愿者名单不全')
  await agree(head, itemAt(rubric, 11))
  await agree(head, itemAt(rubric, 12))
  await head.tap('#goto-5')
  await head.waitForText('这项由别的部室评分，您这里只能看')
  await waitForFigure(head, '#own-figure', '7.5')
  expect(await head.find('#decide').count()).toBe(0)
  await head.shot('weapp/joint-item')
})

it('the office sees the total: 95', async () => {
  expect(await rowOf(county, unitId)).toMatchObject({ state: 'reviewed', score: { total: 9500, complete: true } })
})

it('no program has complained of anything', async () => {
  expect(await complaints()).toEqual([])
})
