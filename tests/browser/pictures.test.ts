import { legibleFrom, openPictureLab, type PictureLab } from '../pictures/picture-lab'
import type { PictureToMake } from '../pictures/picture-set'
import { takeInH5, turnInH5 } from '../pictures/take-in-h5'

// The platform's own code of the H5 build, bundled as it is and run in a real browser: what it makes of real pictures.
// `npm run prove -- pictures` does the same with two hundred, and with the built mini-program.

let lab: PictureLab
beforeAll(async () => {
  lab = await openPictureLab()
})
afterAll(() => lab.close())

const plain = { orientation: 1, format: 'jpeg' } as const
const sheet: PictureToMake = { ...plain, kind: 'print', width: 3000, height: 4000 }

async function expectNoFaults(kind: 'document' | 'scene', wanted: PictureToMake[]): Promise<void> {
  const made = []
  for (const picture of wanted) made.push(await lab.make(picture))
  const { groups, failed } = await takeInH5(lab, kind, made)
  const faults = []
  for (const [place, picture] of wanted.entries())
    faults.push(...(await lab.faultsOf(picture, kind, groups[place] ?? [])))
  expect({ faults, failed }).toEqual({ faults: [], failed: 0 })
}

test('however the camera was held, a picture is upright, small and tells nothing of phone or place', async () => {
  const laid = [1, 2, 3, 4, 5, 6, 7, 8].map(orientation => ({ ...plain, orientation }))
  await expectNoFaults(
    'scene',
    laid.map(held => ({ ...held, kind: 'photo' as const, width: 1500, height: 1000 })),
  )
})

test('a picture that hardly shrinks still fits, at the cost of pixels', async () => {
  await expectNoFaults('scene', [{ ...plain, kind: 'noise', width: 1000, height: 750 }])
})

test('a sheet full of 10.5 pt print stays legible, which it would not be at 800 pixels', async () => {
  await expectNoFaults('document', [sheet])
  expect(await lab.legibilityAt(sheet, await lab.make(sheet), 800)).toBeLessThan(legibleFrom / 2)
})

test('a long screenshot becomes pages of full width that lose no line', async () => {
  await expectNoFaults('document', [{ ...plain, kind: 'screenshot', width: 1440, height: 6000 }])
})

test('a picture that lies on its side and does not say so is turned by hand', async () => {
  const photo: PictureToMake = { ...plain, kind: 'photo', width: 600, height: 400 }
  const askew = await lab.make({ ...photo, format: 'png', orientation: 6 })
  expect(await lab.faultsOf(photo, 'document', await turnInH5(lab, askew, 1))).toEqual([])
})

test('what is no picture does not stop the rest', async () => {
  const { groups, failed } = await takeInH5(lab, 'document', [
    Buffer.from('no picture'),
    await lab.make({ ...plain, kind: 'photo', width: 300, height: 200 }),
  ])
  expect([groups.length, failed]).toEqual([1, 1])
})

test('the measure sees what is wrong: a mirrored picture, and a page of a screenshot that is missing', async () => {
  const photo: PictureToMake = { ...plain, kind: 'photo', width: 600, height: 400 }
  const mirrored = await lab.make({ ...photo, format: 'png', orientation: 2 })
  const { groups } = await takeInH5(lab, 'document', [mirrored])
  expect(await lab.faultsOf(photo, 'document', groups[0] ?? [])).toEqual([expect.stringContaining('not upright')])
  const screenshot: PictureToMake = { ...plain, kind: 'screenshot', width: 720, height: 3600 }
  const taken = await takeInH5(lab, 'document', [await lab.make(screenshot)])
  const [pages = []] = taken.groups
  expect(pages.length).toBeGreaterThan(1)
  expect(await lab.faultsOf(screenshot, 'document', pages.slice(1))).toEqual([expect.stringContaining('lost lines')])
})
