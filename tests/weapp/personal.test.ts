import { pageOfPaper } from '../scenarios/support/paper-pages'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, cycleId, startCounty } from '../support/county'
import type { Weapp } from '../support/weapp/run-weapp'

/* What stands before the camera opens, and what a unit reads of its personal papers. */

const unitId = 'township-a'
let county: County
let phone: Weapp
beforeAll(async () => {
  county = await startCounty()
  phone = await phoneOf(county, 'filler-township-a')
}, 60_000)
afterAll(async () => {
  await putPhonesAway()
  await county.close()
})

const materials = async () => Object.entries((await county.stored(unitId)).materials)

it('怎么准备 stands above the choice before the camera opens', async () => {
  await phone.tap('#next-step')
  await phone.waitForText('第1项　')
  await phone.photograph(pageOfPaper(1))
  await phone.tap('#item-photograph')
  await phone.waitForText('怎么准备：')
  await phone.shot('weapp/before-the-camera')
  await phone.tap('从相册选')
  await phone.until(async () => (await materials()).length === 1, 'the page at the county')
})

it('a page marked as personal says when it goes, and who has looked at it', async () => {
  await phone.reopen('unit/folder/folder')
  await phone.find('.page-thumb').tap()
  await phone.tap('#page-describe')
  await phone.tap('#describe-personal')
  await phone.shot('weapp/describe-personal')
  await phone.tap('#describe-keep')
  await phone.until(async () => (await materials())[0]?.[1].personal === true, 'the mark at the county')
  await phone.waitForText('还没有别人看过')

  await county.arrange(unitId, { stage: 'submitted' })
  const [[materialId] = ['']] = await materials()
  const view = { cycleId, unitId, size: 'full' as const, materials: [materialId] }
  await county.as('reviewer-general-office').get('material.view', view)
  await phone.reopen('unit/folder/folder')
  await phone.find('.page-thumb').tap()
  await phone.waitForText(/含个人信息，.+自动删去。看过：办公室/)
  await phone.shot('weapp/personal-looks')
  expect(await complaints()).toEqual([])
})
