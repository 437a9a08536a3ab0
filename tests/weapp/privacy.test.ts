import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import { picture } from '../support/county/files'
import type { Weapp } from '../support/weapp/run-weapp'

/* WeChat's question before the first picture, asked in our own drawer: refusing leaves everything but pictures. */

let county: County
let phone: Weapp
beforeAll(async () => {
  county = await startCounty()
  phone = await phoneOf(county, 'filler-township-a')
  phone.phone.hasAgreedToPrivacy = false
})
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

async function takePicture(): Promise<void> {
  await phone.tap('#item-photograph')
  await phone.tap('.wx-dialog-list button:first-child')
}
const pages = () => phone.find('.page-thumb').count()

it('is asked in plain words; whoever refuses has no picture, and fills in as before', async () => {
  await phone.photograph(picture(1).content)
  await phone.tap('#next-step')
  await phone.waitForText('第1项　')
  await takePicture()
  await phone.waitForText('用照片前，请您先看一下')
  await phone.waitForText('不同意也能填报、报送')
  await phone.shot('weapp/privacy')
  await phone.tap('#privacy-refuse')
  await phone.waitForNoText('用照片前，请您先看一下')
  expect(await pages()).toBe(0)
  await phone.tap('#score-full')
  await phone.waitForText('县总已收到')
  const { items, materials } = await county.stored('township-a')
  expect(Object.keys(items)).toEqual(['a1-01'])
  expect(materials).toEqual({})
})

it('is asked again at the next picture; whoever agrees is not asked a third time, nor after a restart', async () => {
  await takePicture()
  await phone.tap('#privacy-agree')
  await phone.until(async () => (await pages()) === 1, 'the picture')
  await phone.reopen('unit/item/item?item=a1-01')
  await phone.photograph(picture(2).content)
  await takePicture()
  await phone.until(async () => (await pages()) === 2, 'the second picture')
  await phone.waitForText('县总已收到')
  expect(Object.keys((await county.stored('township-a')).materials)).toHaveLength(2)
  expect(await complaints()).toEqual([])
})
