import type { Page } from 'playwright-core'
import { cycleId } from '../support/county'
import { holdMeetings, storedMeeting } from '../support/county/records'
import { filledSheet } from '../support/county/sheets'
import { goTo, type H5, look, seen, startH5, write } from './h5'

/* What the county holds, on the PC's own screens: 附件1第4项, one absence of 城关镇, so 1.5 of 2 by the records. */

const unitId = 'township-a'
const departmentId = 'general-office'

jest.setTimeout(60_000)

let h5: H5
let grid: Page
beforeAll(async () => {
  h5 = await startH5()
  await h5.county.arrangeCycle({ phase: 'review', decidedBy: 'department-head' })
  const submitted = { ...filledSheet('township'), stage: 'submitted' as const, openedBy: {}, history: [] }
  await h5.county.arrange(unitId, { ...submitted, reviewOpenUntil: Date.now() + 86_400_000 })
  await holdMeetings(h5.county, [storedMeeting('spring', { [unitId]: [1] })])
  grid = await h5.at('head-general-office', 'pc')
  await goTo(grid, '/department/grid/grid?audience=township')
})
afterAll(() => h5.close())

const stored = async () => (await h5.county.stored(unitId)).items['a1-04']?.reviews?.[departmentId]

it('the pane beside the grid shows the figure of the cell one stands on, and no other', async () => {
  await seen(grid, '#cell-1-1').click()
  await seen(grid, '#record-none').waitFor()
  await seen(grid, '#cell-1-4').click()
  await seen(grid, '#record-figure').getByText('1.5').waitFor()
  expect(await seen(grid, '#record-figure').count()).toBe(1)
  expect(await seen(grid, '#record-none').count()).toBe(0)
})

it('a typed score that departs from it is not ready until the pane says why', async () => {
  await seen(grid, '#cell-1-4').click()
  await grid.keyboard.type('2')
  await grid.keyboard.press('Enter')
  await seen(grid, '#unfinished-cells').getByText('第4项按县总记录推算是 1.5 分').waitFor()
  await seen(grid, '#cell-1-4').click()
  await write(grid, '#departure', '那天由县总派去市里开会')
  await seen(grid, '#decide-all').getByText('定分（1格草稿）').waitFor()
  await look(grid, 'pc/grid-record')
  await seen(grid, '#decide-all').click()
  await seen(grid, '#told').getByText('定分 1格').waitFor()
  expect(await stored()).toMatchObject({ score: 200, departure: '那天由县总派去市里开会' })
})

it('按记录 in the pane brings score and 扣分说明, and the word goes', async () => {
  await seen(grid, '#review-by-record').click()
  await seen(grid, '#reason-sum').getByText('合计 −0.5，对上了').waitFor()
  expect(await seen(grid, '#departure').count()).toBe(0)
  await seen(grid, '#decide-all').click()
  await seen(grid, '#told').getByText('定分 1格').waitFor()
  const decision = await stored()
  expect(decision).toMatchObject({
    score: 150,
    reasons: [{ phrase: '缺席 1 次', points: 50 }],
    seen: ['county-records'],
  })
  expect(decision).not.toHaveProperty('departure')
})

it('the unit reads the same on its own PC', async () => {
  const page = await h5.at('filler-township-a', 'pc')
  await goTo(page, '/unit/item/item?item=a1-04')
  await seen(page, '#record-figure').getByText('1.5').waitFor()
  await seen(page, '#record').getByText('委员 李晓燕').waitFor()
  await look(page, 'pc/item-record')
  await seen(page, '#doubt-absences').click()
  await seen(page, '#doubt-text').waitFor()
  await look(page, 'pc/doubt')
  const { records } = await h5.county.as('filler-township-a').get('assessment.open', { cycleId, unitId })
  expect(records.doubts).toEqual([])
  expect(h5.troubles).toEqual([])
})
