import type { Page } from 'playwright-core'
import { decideByRequests, type Verdicts } from '../browser/decisions'
import { giveReason, pasteAt } from '../browser/department-screens'
import { type H5, look, seen, startH5 } from '../browser/h5'
import { namePeople } from '../browser/people'
import { atItem, choosePages, fillItem, pagesShown, statusLine } from '../browser/unit-screens'
import { cycleId } from '../support/county'
import { change, rubricOf } from '../support/county/sheets'

/*
 * The main job in the H5 build on 附件3, whose joint items one department scores and the other only reads: 县委办工会 has
 * no filler, so its chair fills and submits alone. Steps of one story.
 *
 * By hand. 100 分 in all. 自评: item 2 −1, item 9 −0.5                   100 − 1.5 = 98.5
 * 部室: 办公室 (1–3, 10, 13) item 2 −1, item 13 −0.5                      1.5 off
 *       组织部 (4, 6, 7, 11, 12) item 4 −2                                2   off
 *       宣教部 (5, 8) item 5 −1.5                                         1.5 off
 *       保障部 (9) −0.5                                                   0.5 off
 *                                               100 − 1.5 − 2 − 1.5 − 0.5 = 94.5
 */
const unitId = 'party-a'
const rubric = rubricOf('party-government')
const verdicts: Verdicts = { 'a3-02': 100, 'a3-13': 50, 'a3-05': 150, 'a3-09': 50 }

jest.setTimeout(60_000)

let h5: H5
let head: Page
beforeAll(async () => {
  h5 = await startH5()
  await namePeople(h5.county)
  // Items 5 to 13 were filled on another evening: by requests.
  const earlier = rubric.categories.flatMap(({ items }) => items).filter(({ number }) => number > 4)
  const changes = earlier.map(({ id, points }) => change(id, { score: id === 'a3-09' ? points - 50 : points }))
  await h5.county.as('chair-party-a').get('assessment.save', { cycleId, unitId, changes })
})
afterAll(() => h5.close())

it('the chair fills, photographs two pages for an item, and submits alone', async () => {
  const page = await h5.signedIn('chair-party-a', 'phone')
  await seen(page, '#next-step').getByText('接着填第1项').click()
  await fillItem(page, 1, { chip: 'full' })
  await seen(page, '#next-item').click()
  await fillItem(page, 2, { chip: 'minus-100', remark: '6月培训请假一次' })
  await seen(page, '#next-item').click()
  await fillItem(page, 3, { chip: 'full', remark: '党建带工建方案、年终总结各一份' })
  await choosePages(page, '#item-photograph', [5, 7])
  await pagesShown(page, 2)
  await statusLine(page).getByText('县总已收到').waitFor()
  await look(page, 'phone/chair-item', 'chair-item')
  await seen(page, '#next-item').click()
  await fillItem(page, 4, { chip: 'full' })
  await seen(page, '#next-item').click()
  await atItem(page, 5)
  await seen(page, '#to-sheet').click()
  await seen(page, '#go-submit').click()
  await seen(page, '#submit-confirm').getByText('报送', { exact: true }).click()
  await seen(page, '#handed').getByText('已报送').waitFor()
  expect(await seen(page, '#submit-self-total').textContent()).toContain('98.5')
  await page.context().close()
})

it('宣教部 decides its two of the joint items', async () => {
  await decideByRequests(h5.county, 'publicity', unitId, rubric, verdicts)
})

it('组织部 finds its own five of the joint items in the 录分表 and pastes a row', async () => {
  head = await h5.signedIn('head-organization', 'pc')
  await seen(head, '#grid-entry').click()
  await seen(head, '#segment-party-government').click()
  await seen(head, '#score-grid').getByText('第12项').waitFor()
  expect(await seen(head, '.score-grid-th.item').count()).toBe(5)
  await pasteAt(head, '#cell-1-1', '7\t9\t9\t5\t5')
  await seen(head, '#told').getByText('贴了5格').waitFor()
  await seen(head, '#cell-1-1').click()
  await giveReason(head, '换届没有按期')
  await seen(head, '#seen-originals').click()
  await seen(head, '#decide-all').getByText('定分（5格草稿）').click()
  await seen(head, '#told').getByText('定分 5格').waitFor()
  await look(head, 'pc/grid-decided')
})

it('the others decide; 组织部 sees of one unit what is its own and what another department has decided', async () => {
  for (const departmentId of ['general-office', 'welfare'])
    await decideByRequests(h5.county, departmentId, unitId, rubric, verdicts)
  await seen(head, '#go-units').click()
  await seen(head, `#unit-${unitId}`).click()
  await seen(head, '#goto-5').click()
  await seen(head, '#unit-says').getByText('这项由别的部室评分').waitFor()
  expect(await seen(head, '#own-figure').textContent()).toContain('7.5')
  expect(await seen(head, '#decide').count()).toBe(0)
  await look(head, 'pc/review')
})

it('the office sees 94.5 on the board and on the annex, whose joint cells name both departments', async () => {
  const office = await h5.signedIn('office', 'pc')
  await seen(office, '#segment-party-government').click()
  await seen(office, `#board-score-${unitId}`).getByText('94.5').waitFor()
  await seen(office, `#board-${unitId}`).click()
  await seen(office, '#sum-check').getByText('13项相加，与合计一致').waitFor()
  expect(await seen(office, '#score-total').textContent()).toContain('94.5')
  expect(await seen(office, '#paper-self-total').textContent()).toBe('98.5')
  expect(await seen(office, '#paper-score-total').textContent()).toBe('94.5')
  await look(office, 'pc/annex-joint')
  expect(h5.troubles).toEqual([])
})
