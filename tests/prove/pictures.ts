import { legibleFrom, type MadePage, openPictureLab, type PictureLab } from '../pictures/picture-lab'
import { type PictureToMake, pictureSet } from '../pictures/picture-set'
import { takeInH5 } from '../pictures/take-in-h5'
import { takeInWeapp } from '../pictures/take-in-weapp'
import { closeBrowser, openBrowser } from '../support/browser'
import { startCounty } from '../support/county'
import { openWeapp, type Weapp } from '../support/weapp/run-weapp'

const COUNT = 200
const AT_ONCE = 10
/** What a machine with two cores needs for ten pictures of twelve million pixels. */
const PATIENCE = 120_000

/** Two hundred pictures through the H5 build's code and through the built mini-program: `npm run prove -- pictures [count]`. */
export async function prove(count = Number(process.argv[3] ?? COUNT)): Promise<void> {
  const lab = await openPictureLab()
  const county = await startCounty()
  const weapp = await openWeapp({ browser: await openBrowser(), cloud: county.cloud, openid: 'filler-township-a' })
  let faults = 0
  const pages = { h5: 0, weapp: 0 }
  try {
    await weapp.start()
    await weapp.tap('#tile-folder')
    await weapp.waitForText('一页接一页拍')
    // What is taken stays on the phone, to be looked at.
    await weapp.setOnline(false)
    const all = pictureSet(count)
    for (let from = 0; from < count; from += AT_ONCE) {
      const wanted = all.slice(from, from + AT_ONCE)
      const made: Buffer[] = []
      for (const picture of wanted) made.push(await lab.make(picture))
      for (const [way, kind, groups] of await takenBothWays(lab, weapp, made, from % 20 === 0 ? 'document' : 'scene')) {
        for (const [place, picture] of wanted.entries()) {
          const group = groups[place] ?? []
          pages[way] += group.length
          const found = await lab.faultsOf(picture, kind, group)
          for (const fault of found) console.error(`${way} ${kind} ${words(picture)}: ${fault}`)
          faults += found.length
        }
      }
      console.log(`${from + wanted.length} of ${count} pictures, ${faults} faults`)
    }
    await proveMeasure(lab)
  } finally {
    await weapp.close()
    await county.close()
    lab.close()
    await closeBrowser()
  }
  console.log(
    `pictures: ${count} pictures, ${pages.h5} pages in H5 and ${pages.weapp} in the built mini-program, ${faults} faults (sizes, Exif, upright, lines lost, print illegible)`,
  )
  if (faults > 0) throw new Error('some pictures are not as they should travel')
}

type Way = readonly ['h5' | 'weapp', 'document' | 'scene', MadePage[][]]

/** The mini-program's 资料夹 takes documents only; H5's code is asked for either. */
async function takenBothWays(lab: PictureLab, weapp: Weapp, made: Buffer[], kind: Way[1]): Promise<Way[]> {
  const { groups } = await takeInH5(lab, kind, made)
  return [
    ['h5', kind, groups],
    ['weapp', 'document', await takeInWeapp(weapp, made, PATIENCE)],
  ]
}

/** The control: the same sheet at 800 pixels, which nobody can read, must not pass for legible. */
async function proveMeasure(lab: PictureLab): Promise<void> {
  const sheet: PictureToMake = { kind: 'print', width: 3000, height: 4000, orientation: 1, format: 'jpeg' }
  const at800 = await lab.legibilityAt(sheet, await lab.make(sheet), 800)
  console.log(`print at 800 pixels: ${at800.toFixed(2)}; legible from ${legibleFrom}`)
  if (at800 >= legibleFrom) throw new Error('the measure of legibility does not measure')
}

const words = ({ kind, width, height, orientation, format }: PictureToMake) =>
  `${kind} ${width}×${height} orientation ${orientation} ${format}`
