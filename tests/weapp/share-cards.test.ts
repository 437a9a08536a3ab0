import { waitForFigure } from '../scenarios/support/fill-on-phone'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { openBrowser } from '../support/browser'
import { type County, cycleId, startCounty } from '../support/county'
import { change, rubricOf } from '../support/county/sheets'
import { openWeapp, type Weapp } from '../support/weapp/run-weapp'

/* 转发 of a sheet or an item: a card that opens the blank 细则 for whoever it reaches, never what a unit gave itself. */

let county: County
let own: Weapp
beforeAll(async () => {
  county = await startCounty()
  const changes = [change('a1-05', { score: 450, remark: '差三本证没有采集' })]
  await county.as('filler-township-a').get('assessment.save', { cycleId, unitId: 'township-a', changes })
  own = await phoneOf(county, 'filler-township-a')
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

interface Card {
  title: string
  path: string
}
const shared = (phone: Weapp): Promise<Card> =>
  phone.page.evaluate(() => {
    const card: unknown = window.__weapp.share()
    if (typeof card !== 'object' || card === null) throw new Error('the menu does not offer 转发 here')
    return { title: String(Reflect.get(card, 'title')), path: String(Reflect.get(card, 'path')) }
  })

let item: Card

it('the card of an item names the item, and nothing of the unit', async () => {
  await own.reopen('unit/item/item?item=a1-05')
  await own.waitForText('第5项　')
  item = await shared(own)
  expect(item.title).toBe(`第5项　${rubricOf('township').categories[1]?.items[0]?.shortName}`)
  expect(item.path).toMatch(/^\/pages\/rubric\/rubric\?rubric=[\w@-]+&item=a1-05$/)
})

it('the card of a sheet opens its annex', async () => {
  await own.reopen('unit/sheet/sheet')
  await own.waitForText('自评合计')
  const sheet = await shared(own)
  expect(sheet.title).toBe(rubricOf('township').title)
  expect(sheet.path).toMatch(/^\/pages\/rubric\/rubric\?rubric=[\w@-]+$/)
})

it('somebody without a post reads the words of the item, and no score', async () => {
  const stranger = await openWeapp({ browser: await openBrowser(), cloud: county.cloud, openid: 'somebody-in-a-chat' })
  await stranger.start(item.path)
  await stranger.waitForText('推进“一网一卡”工作')
  expect(await stranger.text()).not.toMatch(/差三本证|打开本单位|4\.5/)
  expect((await stranger.spy()).errors).toEqual([])
  await stranger.close()
})

it('somebody of a unit goes on to the same item of the own sheet', async () => {
  await own.reopen(item.path)
  await own.tap('#to-own-item')
  await own.waitForPage('unit/item/item')
  await waitForFigure(own, '#item-score', '4.5')
  expect(await complaints()).toEqual([])
})
