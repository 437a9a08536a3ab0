import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import type { Weapp } from '../support/weapp/run-weapp'

/* 演练 in the built mini-program: in by the public code, marked on every screen, out again by the strip. */

let county: County
let phone: Weapp
beforeAll(async () => {
  county = await startCounty()
  phone = await phoneOf(county, 'a-reviewer-of-the-platform')
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

it('a stranger tries it, sees on every screen that it is a 演练, and leaves it', async () => {
  const { code } = await county.as('office').get('rehearsal.open', {})
  await phone.waitForText('您还没有加入考核')
  expect(await phone.find('#rehearsal-strip').count()).toBe(0)
  await phone.tap('#to-rehearsal')
  await phone.type('#rehearsal-code', code?.toLowerCase() ?? '')
  await phone.tap('#join-rehearsal')
  await phone.waitForText('演练单位')
  await phone.waitForText('填的、拍的都不算数')
  await phone.shot('weapp/rehearsal-home')
  await phone.tap('#next-step')
  await phone.waitForText('第1项　')
  await phone.waitForText('填的、拍的都不算数')
  await phone.tap('#score-full')
  await phone.waitForText('县总已收到')
  await phone.shot('weapp/rehearsal-item')
  const { data } = await county.database.collection('assessments').where({ cycleId: '2026-drill' }).get()
  expect(data.map(({ summary }) => summary.self.count)).toEqual([1])
  await phone.tap('#rehearsal-leave')
  await phone.tap('退出')
  await phone.waitForText('您还没有加入考核')
  expect(await phone.find('#rehearsal-strip').count()).toBe(0)
  expect(await complaints()).toEqual([])
})
