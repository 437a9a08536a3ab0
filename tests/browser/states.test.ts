import type { Page } from 'playwright-core'
import { itemsOf } from '#shared/rubric/rubric'
import { cycleId } from '../support/county'
import { change, rubricOf } from '../support/county/sheets'
import { goTo, type H5, look, seen, startH5 } from './h5'
import { namePeople } from './people'
import { fillItem, statusLine } from './unit-screens'

/* What the screens say when the county cannot be reached, is slow, asks for more, or two people have filled one item. */

jest.setTimeout(60_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
  await namePeople(h5.county)
})
afterAll(() => h5.close())

const cutOff = (page: Page) => page.route('**/api', route => route.abort())
const reconnect = (page: Page) => page.unroute('**/api')

it('a computer that cannot reach the county says so, and gets its code when it can', async () => {
  const page = await h5.stranger('pc')
  await seen(page, '#sign-in-code').waitFor()
  await look(page, 'pc/sign-in', 'sign-in')
  await cutOff(page)
  await page.reload()
  await seen(page, '#retry').waitFor()
  await look(page, 'pc/sign-in-failed')
  await reconnect(page)
  await seen(page, '#retry').click()
  await seen(page, '#sign-in-code, #home-stranger').waitFor()
  await page.context().close()
})

it('what was filled without signal is on the phone, and goes up when there is signal again', async () => {
  const page = await h5.at('filler-township-a', 'phone')
  await seen(page, '#next-step').getByText('从第1项填起').click()
  await seen(page, '#filling').waitFor()
  await cutOff(page)
  await fillItem(page, 1, { chip: 'full', remark: '会议室里没有信号' })
  await statusLine(page).getByText('没信号，先存手机').waitFor()
  await look(page, 'phone/item-offline', 'filler-offline')
  await goTo(page, '/unit/form/form?kind=self')
  await seen(page, '#failed').waitFor()
  await look(page, 'phone/page-offline')
  await page.goBack()
  await page.reload()
  await seen(page, '#item-score').getByText('3').first().waitFor()
  await reconnect(page)
  await goTo(page, '/pages/home/home')
  await seen(page, '#home-unit').getByText('填好1项').waitFor()
  await goTo(page, '/unit/item/item?item=a1-02')
  await fillItem(page, 2, { chip: 'full' })
  await statusLine(page).getByText('县总已收到').waitFor()
  const { items } = await h5.county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
  expect(items['a1-01']?.self).toMatchObject({ score: 300, remark: '会议室里没有信号' })
  await page.context().close()
})

it('two values for one item: both are shown, the person chooses', async () => {
  const page = await h5.at('filler-township-b', 'phone')
  await seen(page, '#next-step').click()
  await seen(page, '#filling').waitFor()
  await cutOff(page)
  await fillItem(page, 1, { chip: 'minus-50', remark: '汇报两次，纪要两份' })
  await statusLine(page).getByText('没信号').waitFor()
  const changes = [change('a1-01', { score: 200, remark: '只汇报了一次' })]
  await h5.county.as('chair-township-b').get('assessment.save', { cycleId, unitId: 'township-b', changes })
  await reconnect(page)
  await seen(page, '#next-item').click()
  await fillItem(page, 2, { chip: 'full' })
  await statusLine(page).getByText('1项要您看一下').waitFor()
  await look(page, 'phone/item-look')
  await statusLine(page).click()
  await seen(page, '#conflict').waitFor()
  await look(page, 'phone/conflict', 'conflict')
  await seen(page, '#conflict-settle').getByText('用您填的 2.5').click()
  await statusLine(page).getByText('县总已收到').waitFor()
  await page.context().close()
})

it('a slow county: bones instead of a blank', async () => {
  const page = await h5.at('leader', 'phone')
  let release: () => void = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/api', async route => {
    await released
    await route.continue()
  })
  await goTo(page, '/pages/rubric/rubric')
  await seen(page, '#skeleton').waitFor()
  await look(page, 'phone/skeleton')
  release()
  await seen(page, '#rubric-title').waitFor()
  await page.context().close()
})

it('请补充 stands above all else on the home of the unit', async () => {
  const unitId = 'system-a'
  const changes = itemsOf(rubricOf('system')).map(({ id, points }) => change(id, { score: points }))
  const chair = h5.county.as('chair-system-a')
  await chair.get('assessment.save', { cycleId, unitId, changes })
  await chair.get('assessment.submit', { cycleId, unitId })
  const head = await h5.at('head-organization', 'phone')
  await goTo(head, `/department/review/review?unit=${unitId}`)
  await seen(head, '#supplement-open').click()
  await seen(head, '#supplement-reason textarea').fill('请补发卡汇总表的盖章页')
  await look(head, 'phone/supplement')
  await seen(head, '#supplement-send').click()
  await seen(head, '#supplement-state').getByText('请补充').waitFor()
  await head.context().close()
  const page = await h5.at('chair-system-a', 'phone')
  await seen(page, '#unit-state').getByText('已报送，待补充1项').waitFor()
  await look(page, 'phone/home-supplement', 'chair-supplement')
  await page.context().close()
})

it('nothing else went wrong in any page', () => {
  expect(h5.troubles).toEqual([])
})
