import { createHash } from 'node:crypto'
import { outlineOf } from '#shared/materials/picture-outline'
import { openPictureLab, type PictureLab } from '../pictures/picture-lab'
import type { PictureToMake } from '../pictures/picture-set'
import { materialsIn, takeInWeapp } from '../pictures/take-in-weapp'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'
import type { Weapp } from '../support/weapp/run-weapp'

/* A page photographed on its side: turned and cropped by hand, before it has left the phone and after. */

const unitId = 'township-a'
/** Its pixels lie on their side, and nothing says so: the phone cannot know. */
const askew: PictureToMake = { kind: 'photo', width: 600, height: 400, orientation: 6, format: 'png' }
let county: County
let lab: PictureLab
let phone: Weapp
let chosen: Buffer
beforeAll(async () => {
  county = await startCounty()
  lab = await openPictureLab()
  phone = await phoneOf(county, 'filler-township-a')
  await phone.tap('#tile-folder')
  await phone.waitForText('一页接一页拍')
  await phone.setOnline(false)
}, 60_000)
afterAll(async () => {
  lab.close()
  await putPhonesAway()
  await county.close()
})

async function openAdjust(): Promise<void> {
  await phone.find('.page-thumb').tap()
  await phone.tap('#page-adjust')
  await phone.waitForPage('unit/adjust/adjust')
  await phone.until(() => phone.find('#adjust-frame').isVisible(), 'the frame')
}

async function keep(): Promise<void> {
  await phone.tap('#adjust-save')
  await phone.waitForPage('unit/folder/folder')
}

it('turned, taken back, turned again: the page that waits is upright, and its former file is gone', async () => {
  chosen = await lab.make(askew)
  await takeInWeapp(phone, [chosen])
  const before = [...phone.phone.files.keys()].filter(path => path.startsWith('wxfile://usr/'))
  await openAdjust()
  await phone.tap('#turn-left')
  await phone.tap('#adjust-undo')
  await phone.tap('#turn-right')
  await phone.shot('weapp/adjust-turned')
  await keep()
  const [pages = []] = materialsIn(phone)
  expect(await lab.faultsOf({ ...askew, orientation: 1 }, 'document', pages)).toEqual([])
  await phone.until(async () => before.every(path => !phone.phone.files.has(path)), 'the former files to be gone')
})

it('edges are taken away, a twenty-fifth of the page a press', async () => {
  await openAdjust()
  for (const edge of ['left', 'left', 'top']) await phone.tap(`#trim-${edge}`)
  await phone.shot('weapp/adjust-trimmed')
  await keep()
  const [[page] = []] = materialsIn(phone)
  expect(outlineOf(page?.full ?? Buffer.of())).toMatchObject({ width: 552, height: 384 })
})

it('what the county has is replaced only once the new page is there', async () => {
  await phone.setOnline(true)
  await phone.waitForText('县总已收到')
  const [before] = Object.entries((await county.stored(unitId)).materials)
  await openAdjust()
  await phone.tap('#turn-left')
  await keep()
  const replaced = async () => {
    const [now, another] = Object.entries((await county.stored(unitId)).materials)
    return now !== undefined && another === undefined && now[0] !== before?.[0]
  }
  await phone.until(replaced, 'the page to be replaced')
  const [[, material] = []] = Object.entries((await county.stored(unitId)).materials)
  expect(material).toMatchObject({ name: before?.[1].name, items: before?.[1].items })
  // Turned and cropped it still is known as the file that was chosen.
  expect(material?.files[0]?.sourceSha256).toBe(createHash('sha256').update(chosen).digest('hex'))
  const path = (material?.files[0]?.fileId ?? '').replace(/^.*\/materials\//, 'materials/')
  const stored = await county.cloud.storage.read(path)
  expect(outlineOf(stored ?? Buffer.of())).toMatchObject({ width: 384, height: 552 })
  expect(await complaints()).toEqual([])
})
