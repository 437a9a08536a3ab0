import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { phonePages } from '../../localcloud/demo-county/phone-page'
import { openBrowser } from '../support/browser'
import { type County, startCounty } from '../support/county'
import { look, screens, seen } from './h5'

/* The page that plays a person's phone: agreeing to messages, and those that came. */

const openid = 'chair-township-a'
const [deadline = '', supplement = ''] = Object.keys(demoTemplates)
let county: County
beforeAll(async () => {
  const post = { role: 'chair' as const, unitId: 'township-a' }
  const person = { openid, name: '王建国', phone: '13800000000', title: '城关镇总工会 主席', group: '乡镇', post }
  county = await startCounty({
    pages: phonePages({
      address: () => county.cloud.address,
      people: () => [person],
      codeOnScreen: async () => null,
      subscriptions: () => county.cloud.wechat.subscriptions,
      templates: demoTemplates,
    }),
  })
})
afterAll(() => county.close())

/** As WeChat's server is asked, whatever the hour. */
async function send(templateId: string, about: string, until: string, words: string) {
  const data = { thing1: { value: about }, time2: { value: until }, thing3: { value: words } }
  const send = county.cloud.wechat.subscriptions.apis['subscribeMessage.send']
  return send?.({ touser: openid, template_id: templateId, page: 'pages/home/home', data })
}

it('agrees to what is ticked, and shows each message that comes, the newest first', async () => {
  const context = await (await openBrowser()).newContext({ ...screens.phone, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${county.cloud.address}/phone/messages?openid=${openid}`)
  await seen(page, '#messages').getByText('还没有消息').waitFor()
  await look(page, 'phone/messages-none')
  expect(
    await send(deadline, '自评报送快到截止时间', '2026年12月15日 18:00', '还有3天截止，还有7项没填。'),
  ).toMatchObject({
    errcode: 43_101,
  })
  await seen(page, '#templates').getByText('考核进度通知').click()
  await page.getByRole('button', { name: '允许' }).click()
  await seen(page, '#said').getByText('允许了2样。').waitFor()
  expect(await seen(page, '#templates').innerText()).toMatch(/还能发1条[\s\S]*还能发1条[\s\S]*还能发0条/)

  await send(deadline, '自评报送快到截止时间', '2026年12月15日 18:00', '还有3天截止，还有7项没填。')
  await send(supplement, '部室请您补充资料', '2026年12月9日 23:59', '组织部请补充第5项，12月9日前：会议…')
  await seen(page, '#messages').getByText('组织部请补充第5项').waitFor({ timeout: 8000 })
  expect(await seen(page, '#messages h2').allInnerTexts()).toEqual(['补充资料提醒', '报送截止提醒'])
  expect(await seen(page, '#templates').innerText()).not.toContain('还能发1条')
  await look(page, 'phone/messages')
  await page.getByRole('button', { name: '拒绝' }).click()
  await seen(page, '#said').getByText('拒绝了。').waitFor()
  await context.close()
})
