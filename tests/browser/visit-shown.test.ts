import type { Page } from 'playwright-core'
import { dayText } from '#shared/cycle/beijing-time'
import { handIn, makeVisitGroup } from '../support/county/visits'
import { goTo, type H5, look, seen, startH5 } from './h5'

/*
 * 「给对方看」 in a browser, where a person has many ways elsewhere: none leads out of the page until the group takes the
 * phone back, and afterwards none leads into it.
 */

jest.setTimeout(60_000)

const elsewhere = '#visited-unit, #visited-item, #visit-day, #home-department, #queue'
let h5: H5
let page: Page
beforeAll(async () => {
  h5 = await startH5()
  await handIn(h5.county, ['township-a'])
  const days = [{ date: dayText(Date.now()), unitIds: ['township-a'] }]
  const { groupId } = await makeVisitGroup(h5.county, ['reviewer-welfare'], { days })
  page = await h5.at('reviewer-welfare', 'phone')
  await seen(page, `#visit-${groupId}`).click()
  await seen(page, '#visit-look').click()
  await seen(page, '#visit-download').click()
  await seen(page, '#unit-township-a').click()
  await seen(page, '#show-unit').click()
  await seen(page, '#take-back').waitFor()
  await noteWhatIsDrawn()
})
afterAll(() => h5.close())

/** Whether any other page was in the document since, be it for an instant. */
const drewElsewhere = () => page.evaluate(() => Reflect.get(window, 'drewElsewhere'))
const noteWhatIsDrawn = () =>
  page.evaluate(selector => {
    Object.assign(window, { drewElsewhere: false })
    new MutationObserver(() => {
      if (document.querySelector(selector)) Object.assign(window, { drewElsewhere: true })
    }).observe(document.body, { childList: true, subtree: true })
  }, elsewhere)

/** As far apart as a finger's touches. */
const pause = () => page.evaluate(() => new Promise(resolve => setTimeout(resolve, 150)))

async function expectShown(): Promise<void> {
  await pause()
  await seen(page, '#shown').waitFor()
  expect(await page.evaluate(() => location.hash)).toContain('/visit/shown/shown')
  expect(await seen(page, elsewhere).count()).toBe(0)
}

const leap = (steps: number) => page.evaluate(by => history.go(by), steps)

it.each([-2, 1, -1, 2, -1, 1])('an entry %i steps away, as by a long press on the arrow, is this page', async steps => {
  await leap(steps)
  await expectShown()
  expect(await drewElsewhere()).toBe(false)
})

it.each(['/pages/home/home', '/department/queue/queue?view=units', '/office/board/board', '/pages/sign-in/sign-in'])(
  'the address %s typed over it is this page',
  async route => {
    await goTo(page, route)
    await expectShown()
    expect(await drewElsewhere()).toBe(false)
  },
)

it('nothing on it leads elsewhere but the one button', async () => {
  expect(await seen(page, '#way-back').count()).toBe(0)
  await seen(page, '#take-back').waitFor()
})

it('left for another site, it is this page to come back to', async () => {
  const { address } = h5.county.cloud
  await page.goto('about:blank')
  await page.goto(`${address}/#/department/queue/queue?view=units`)
  await expectShown()
})

it('loaded anew, at another address, and in another window, it opens here', async () => {
  await page.reload()
  await expectShown()
  await page.evaluate(() => history.replaceState(null, '', '#/pages/home/home'))
  await page.reload()
  await expectShown()
  const other = await page.context().newPage()
  await other.goto(h5.county.cloud.address)
  await seen(other, '#shown').waitFor()
  await other.close()
})

it('only the group takes the phone back, after being asked', async () => {
  await seen(page, '#take-back').click()
  await page.getByText('请考核组的人自己点').waitFor()
  await look(page, 'phone/visit-take-back')
  await seen(page, '.taro-model__cancel').click()
  await expectShown()
  await seen(page, '#take-back').click()
  await seen(page, '.taro-model__confirm').click()
  await seen(page, '#visited-unit').waitFor()
})

it('taken back, no way leads to the page that was shown', async () => {
  await goTo(page, '/pages/home/home')
  await seen(page, '#home-department').waitFor()
  for (const steps of [-1, 1, -1]) {
    await leap(steps)
    await pause()
    expect(await seen(page, '#shown').count()).toBe(0)
    await seen(page, '#visited-unit, #home-department, #visit-day').first().waitFor()
  }
  expect(h5.troubles).toEqual([])
})
