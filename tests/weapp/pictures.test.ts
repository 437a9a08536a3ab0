import { openPictureLab, type PictureLab } from '../pictures/picture-lab'
import type { PictureToMake } from '../pictures/picture-set'
import { takeInWeapp } from '../pictures/take-in-weapp'
import { complaints, phoneOf, putPhonesAway } from '../scenarios/support/phones'
import { type County, startCounty } from '../support/county'

// What the built mini-program makes of pictures, with wx's canvas backed by the browser's; `tests/browser/pictures.test.ts`
// shows the same of the H5 build, `npm run prove -- pictures` shows both of two hundred.

let county: County
let lab: PictureLab
let made: Buffer[]
const held = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (orientation): PictureToMake => ({ kind: 'photo', orientation, width: 600, height: 400, format: 'jpeg' }),
)
const wanted: PictureToMake[] = [
  ...held,
  { kind: 'screenshot', orientation: 1, width: 720, height: 2400, format: 'jpeg' },
]
beforeAll(async () => {
  county = await startCounty()
  lab = await openPictureLab()
  made = []
  for (const picture of wanted) made.push(await lab.make(picture))
}, 60_000)
afterAll(async () => {
  lab.close()
  await putPhonesAway()
  await county.close()
})

it.each([
  ['turns', 'filler-township-a'],
  ['leaves', 'filler-township-b'],
])('pictures are upright, small and cut, on a phone whose canvas %s them as they lie', async (way, openid) => {
  const phone = await phoneOf(county, openid)
  if (way === 'leaves') await phone.leavePicturesLying()
  await phone.tap('#tile-folder')
  await phone.waitForText('一页接一页拍')
  await phone.setOnline(false)
  const groups = await takeInWeapp(phone, made, 20_000)
  const faults = []
  for (const [place, picture] of wanted.entries())
    faults.push(...(await lab.faultsOf(picture, 'document', groups[place] ?? [])))
  expect(faults).toEqual([])
  expect(groups.at(-1)).toHaveLength(2)
  expect(await complaints()).toEqual([])
})
