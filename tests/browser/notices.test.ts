import { askAgain, leaveUnreached } from '../support/county/notices'
import { filledSheet } from '../support/county/sheets'
import { goTo, type H5, look, seen, startH5 } from './h5'
import { namePeople } from './people'

/* What is told in the app, in a browser; and whom the office phones because no message went out. */

jest.setTimeout(60_000)

const unitId = 'township-a'
let h5: H5
beforeAll(async () => {
  h5 = await startH5()
  await namePeople(h5.county)
  const submission = { signature: { name: '王建国', at: Date.now(), fromPaper: false, memberId: '' }, late: false }
  await h5.county.arrange(unitId, { ...filledSheet('township'), stage: 'submitted', openedBy: {}, submission })
  await askAgain(h5.county, unitId, { 'a1-01': '缺会议记录', 'a1-02': '发卡汇总表没有盖章，请盖章后补拍一张' })
  await leaveUnreached(h5.county)
})
afterAll(() => h5.close())

it('home says how many notices nobody has looked at; each opens what it is about; a browser offers no messages', async () => {
  // Others are told of as well, how many depends on the hour.
  const { unread } = await h5.county.as('filler-township-a').get('notice.list', {})
  const page = await h5.at('filler-township-a', 'phone')
  await seen(page, '#unread').getByText(`${unread}条通知没看`).click()
  await seen(page, '#notice-list').waitFor()
  expect(await seen(page, '#consent').count()).toBe(0)
  await look(page, 'phone/notices')
  await seen(page, '#notice-list').getByText('发卡汇总表没有盖章').click()
  await seen(page, '#filling').waitFor()
  expect(page.url()).toContain('item=a1-02')
  await goTo(page, '/pages/home/home')
  await seen(page, '#unread')
    .getByText(`${unread - 1}条通知没看`)
    .waitFor()
  await page.context().close()
})

it('without signal the last list is shown and says so; where none was kept, what to do', async () => {
  const page = await h5.at('chair-township-a', 'phone')
  await seen(page, '#unread').waitFor()
  await page.route('**/api', route => route.abort())
  await goTo(page, '/notices/list/list')
  await seen(page, '#status-line').getByText('没信号').waitFor()
  await seen(page, '#notice-list').getByText('缺会议记录').waitFor()
  await look(page, 'phone/notices-offline')
  await page.context().close()

  const other = await h5.at('head-welfare', 'phone')
  await goTo(other, '/notices/list/list')
  await seen(other, '#no-notices').waitFor()
  await look(other, 'phone/notices-none')
  await other.context().close()
})

it('the office sees whom to phone and why, copies the text for the group, and ticks who was phoned', async () => {
  const page = await h5.at('office', 'pc')
  await seen(page, '#go-unreached').click()
  await seen(page, '#unreached-sentence').getByText('没通知到2人，还有2人没打电话').waitFor()
  const rows = seen(page, '.unreached-row')
  expect(await rows.first().innerText()).toMatch(/城关镇总工会[\s\S]*138[\s\S]*请补充第1项[\s\S]*没有开微信提醒/)
  // A browser cannot ask for consents of WeChat: it says where the office can.
  expect(await seen(page, '#consent').count()).toBe(0)
  await seen(page, '#consent-on-phone').waitFor()
  await look(page, 'pc/unreached')
  await seen(page, '#copy-group-text').click()
  await seen(page, '#copy-group-text').getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('城关镇总工会：')

  await rows.first().getByText('已电话').click()
  await seen(page, '#unreached-sentence').getByText('还有1人没打电话').waitFor()
  await page.reload()
  await seen(page, '.unreached-row').getByText('孟庆华 今天').waitFor()
  await look(page, 'pc/unreached-phoned')
  await page.context().close()
  expect(h5.troubles).toEqual([])
})
