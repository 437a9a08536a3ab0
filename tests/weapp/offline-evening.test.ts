import { fillItems, itemAt } from '../scenarios/support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { rubricOf } from '../support/county/sheets'
import type { Weapp } from '../support/weapp/run-weapp'

/* An evening without signal: ten items, the program killed in between; then the signal comes back. */

const unitId = 'township-a'
const rubric = rubricOf('township')
const tenItems = Array.from({ length: 10 }, (_, at) => itemAt(rubric, at + 1))
let county: County
let phone: Weapp
beforeAll(async () => {
  county = await startCounty()
  phone = await phoneOf(county, 'filler-township-a')
}, 120_000)
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

it('ten items filled without signal are all there after the program was killed', async () => {
  await phone.tap('#next-step')
  await phone.waitForText('第1项　')
  await phone.setOnline(false)
  await fillItems(phone, tenItems, { 'a1-03': 50 })
  await phone.waitForText('没信号，先存手机：10项等着上传')
  await phone.kill()
  await phone.reopen()
  await phone.waitForText('填好10项')
  await phone.waitForText('没信号，先存手机：10项等着上传')
  expect((await county.stored(unitId)).history).toEqual([])
})

it('with signal all of them arrive, each once', async () => {
  await phone.setOnline(true)
  await phone.waitForText('县总已收到')
  const { items, history } = await county.stored(unitId)
  expect(Object.keys(items).sort()).toEqual(tenItems.map(({ id }) => id))
  expect(history.map(({ itemId }) => itemId).sort()).toEqual(tenItems.map(({ id }) => id))
  expect(await complaints()).toEqual([])
})
