import { cycleId } from '../support/county'
import { filledSheet, newId } from '../support/county/sheets'
import { goTo, type H5, look, seen, startH5 } from './h5'

/* 纸质已补交: the office finds what is still asked for beside the unit's sheet, and the department reads who said it. */

jest.setTimeout(60_000)

const unitId = 'township-a'
let h5: H5
beforeAll(async () => {
  h5 = await startH5()
  const submission = { signature: { name: '考核办', memberId: 'm-1', at: Date.now(), fromPaper: true }, late: false }
  await h5.county.arrange(unitId, { ...filledSheet('township'), stage: 'submitted', submission })
  for (const [itemId, reason] of [
    ['a1-01', '缺会议记录，请补一份盖章的'],
    ['a1-03', '纪要没有文号'],
  ] as const)
    await h5.county.as('head-general-office').get('review.return', {
      ...{ cycleId, unitId, departmentId: 'general-office', itemId, operationId: newId(), reason },
      until: Date.now() + 5 * 86_400_000,
    })
})
afterAll(() => h5.close())

const answered = async () => {
  const { items } = await h5.county.stored(unitId)
  return ['a1-01', 'a1-03'].map(itemId => items[itemId]?.supplement?.answeredOnPaper ?? false)
}

it('is noted item by item, and only after being asked', async () => {
  const page = await h5.at('office', 'pc')
  await goTo(page, `/office/paper-entry/paper-entry?unitId=${unitId}`)
  await seen(page, '#entry-supplements').getByText('待补充2项').waitFor()
  await look(page, 'pc/paper-supplement')
  await seen(page, '#note-supplement-a1-01').click()
  await page.getByText('第1项的纸质资料交到了？').waitFor()
  await look(page, 'pc/paper-supplement-confirm')
  await page.getByText('还没交', { exact: true }).click()
  expect(await answered()).toEqual([false, false])

  await page.route('**/api', route => route.abort())
  await seen(page, '#note-supplement-a1-01').click()
  await page.getByText('交到了', { exact: true }).click()
  await seen(page, '#supplement-refusal').getByText('没信号').waitFor()
  await page.unroute('**/api')
  await seen(page, '#note-supplement-a1-01').click()
  await page.getByText('交到了', { exact: true }).click()
  await seen(page, '#entry-supplements').getByText('待补充1项').waitFor()
  expect(await answered()).toEqual([true, false])
  await page.context().close()
})

it('the department reads that it came on paper', async () => {
  const page = await h5.at('head-general-office', 'phone')
  await goTo(page, `/department/review/review?unit=${unitId}&item=a1-01`)
  await seen(page, '#supplement-state').getByText('考核办代办：交了纸质资料').waitFor()
  await look(page, 'phone/supplied-on-paper')
  expect(h5.troubles).toEqual([])
})
