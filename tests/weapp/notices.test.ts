import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { askAgain } from '../support/county/notices'
import { filledSheet } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/*
 * A chair hands in, lets WeChat remind once, and is told in the app that an item is asked for again. What is told in the
 * app does not wait for the morning, as messages do, so the time of day is of no matter here.
 */
const unitId = 'township-a'
const chairs = 'chair-township-a'
const supplement = 'demo-template-supplement-0000000002'
const progress = 'demo-template-progress-000000000003'

let county: County
let chair: Weapp
beforeAll(async () => {
  county = await startCounty()
  await county.arrange(unitId, filledSheet('township'))
  chair = await phoneOf(county, chairs)
}, 120_000)
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

it('after 报送 the consent is offered, asked in the tap itself, and counted once by phone and push together', async () => {
  await chair.tap('#next-step')
  await chair.tap('#submit-confirm')
  await chair.waitForText('还可提醒0次')
  await chair.shot('weapp/consent-offered')
  await chair.tap('#consent-ask')
  await chair.waitForText('发送一次以下消息')
  await chair.shot('weapp/consent-box')
  await chair.tap('允许')
  await chair.waitForText('开好了。还可提醒2次。')
  await chair.shot('weapp/consent-given')
  await chair.until(async () => (await ledger()).length === 2, 'the county to have it')
  expect(await ledger()).toEqual([
    { template: 'progress', answer: 'accept', reported: 1, pushed: 1, used: 0 },
    { template: 'supplement', answer: 'accept', reported: 1, pushed: 1, used: 0 },
  ])
  const { subscriptions } = county.cloud.wechat
  expect([supplement, progress].map(id => subscriptions.left(chairs, id))).toEqual([1, 1])
})

it('whoever has answered is not asked again in the same sitting', async () => {
  await chair.tap('‹')
  await chair.waitForText('25项都报送了')
  await chair.page.evaluate(() => {
    const go: unknown = window.__weapp.wx.navigateTo
    if (typeof go === 'function') go({ url: '/unit/submit/submit' })
  })
  await chair.waitForText('看自评表')
  expect(await chair.find('#consent-ask').count()).toBe(0)
  await chair.tap('‹')
})

it('an item that is returned is told at home, and a tap on the notice opens that item', async () => {
  await askAgain(county, unitId, { 'a1-01': '缺会议记录', 'a1-02': '没有盖章', 'a1-03': '照片看不清' })
  await chair.reopen()
  // Of other things the chair is told too, how many depends on the hour.
  const before = await unread()
  await chair.waitForText(`${before}条通知没看`)
  await chair.shot('weapp/home-unread')
  await chair.tap('#unread')
  await chair.waitForText(/请补充第1项.*缺会议记录/)
  await chair.shot('weapp/notices')
  await chair.tap(await noticeOf('第1项'))
  await chair.waitForPage('unit/item/item')
  await chair.waitForText('第1项　')
  await chair.until(async () => (await unread()) === before - 1, 'the county to know that it was read')
})

it('where it was read it is no longer marked, and 都标成看过 leaves nothing', async () => {
  await chair.tap('‹')
  await chair.waitForText(`${await unread()}条没看`)
  expect(await chair.find(await noticeOf('第1项')).innerText()).not.toContain('没看')
  await chair.tap('#mark-all-read')
  await chair.waitForText('都看过了')
  await chair.until(async () => (await unread()) === 0, 'the county to know of all')
  await chair.tap('‹')
  await chair.waitForNoText('条通知没看')
})

it('the main switch off, no signal, a refusal: each in its own words, and nothing lost', async () => {
  await chair.tap('#notices-way')
  const fail = (code: number) => () => {
    throw Object.assign(new Error('The main switch is switched off'), { code })
  }
  await chair.answer('requestSubscribeMessage', fail(20004))
  await chair.tap('#consent-ask')
  await chair.waitForText('您在微信里关了本小程序的订阅消息')
  await chair.shot('weapp/consent-switched-off')
  await chair.answer('requestSubscribeMessage', fail(10002))
  await chair.tap('#consent-ask')
  await chair.waitForText('没信号，没有开成')

  // How many are left depends on the hour: in the daytime the clock has used one for its message.
  // The box was answered, then the signal went: the phone keeps the answer and tells it later, once.
  await chair.answer('requestSubscribeMessage', ({ tmplIds }) =>
    Object.fromEntries((tmplIds as string[]).map(id => [id, 'accept'])),
  )
  await chair.setNetwork('reply-lost')
  await chair.tap('#consent-ask')
  await chair.waitForText(/开好了。还可提醒[45]次。/)
  await chair.until(async () => (await ledger()).some(({ reported }) => reported === 2), 'the county to hear it')
  await chair.setNetwork('online')
  await chair.kill()
  await chair.reopen()
  await chair.tap('#notices-way')
  await chair.waitForText(/还可提醒[45]次/)
  expect((await ledger()).map(({ reported }) => reported)).toEqual([1, 2, 2])

  await chair.answer('requestSubscribeMessage', ({ tmplIds }) =>
    Object.fromEntries((tmplIds as string[]).map(id => [id, 'reject'])),
  )
  await chair.tap('#consent-ask')
  await chair.waitForText('没有开，以后不再问')
  await chair.reopen('unit/submit/submit')
  await chair.waitForText('看自评表')
  expect(await chair.find('#consent').count()).toBe(0)
  expect(await complaints()).toEqual([])
})

async function ledger() {
  const { data } = await county.database.collection('consents').orderBy('template', 'asc').get()
  return data.map(({ template, answer, reported, pushed, used }: Record<string, unknown>) => ({
    ...{ template, answer, reported, pushed, used },
  }))
}

const list = () => county.as(chairs).get('notice.list', {})
const unread = async () => (await list()).unread
const noticeOf = async (words: string) => {
  const notice = (await list()).notices.find(told => told.words.includes(words))
  return `#notice-${notice?.noticeId}`
}
