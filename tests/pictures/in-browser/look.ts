import type { PictureToMake } from '../picture-set'
import { bandHeight, bandsOf, cornersOf } from './marks'
import { legibility } from './print'

/** What a person would see of what was made of one picture. */
export interface Seen {
  /** Corners that are not where they belong, as colours; of the picture and of its thumbnail. */
  misplaced: string[]
  /** Numbers of the bands of a long screenshot that stand whole on no page. */
  lostBands: number[]
  /** Of a page of print; null of everything else. */
  legibility: number | null
}

/** Looks at the pages made of `wanted`, each with its thumbnail, in base64. */
export async function look(wanted: PictureToMake, pages: { full: string; thumbnail: string }[]): Promise<Seen> {
  const fulls = await Promise.all(pages.map(({ full }) => decoded(full)))
  const thumbnails = await Promise.all(pages.map(({ thumbnail }) => decoded(thumbnail)))
  const [first] = fulls
  const isLong = wanted.kind === 'screenshot'
  return {
    misplaced: isLong ? [] : [...fulls, ...thumbnails].flatMap(image => misplacedIn(image, wanted)),
    lostBands: isLong ? lostBands(fulls, wanted) : [],
    legibility: wanted.kind === 'print' && first ? legibility(first, wanted) : null,
  }
}

/** How legible a page of print would be at this many pixels: the measure has to fail where people do. */
export async function legibilityAt(wanted: PictureToMake, upright: string, height: number): Promise<number> {
  const whole = await decoded(upright)
  const canvas = new OffscreenCanvas(Math.round((height * wanted.width) / wanted.height), height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(whole, 0, 0, canvas.width, canvas.height)
  return legibility(await createImageBitmap(canvas), wanted)
}

async function decoded(base64: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
  return createImageBitmap(new Blob([bytes]))
}

type ColourAt = (x: number, y: number) => readonly [number, number, number]

function coloursOf(image: ImageBitmap): ColourAt {
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return (x, y) => {
    const at = (Math.floor(y) * image.width + Math.floor(x)) * 4
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
  }
}

function misplacedIn(image: ImageBitmap, wanted: PictureToMake): string[] {
  const colourAt = coloursOf(image)
  const scale = image.width / wanted.width
  return cornersOf(wanted)
    .filter(({ colour, left, top, side }) => {
      const seen = colourAt((left + side / 2) * scale, (top + side / 2) * scale)
      const meant = [...colour.slice(1)].map(digit => Number.parseInt(digit, 16) * 17)
      return seen.some((value, channel) => Math.abs(value - (meant[channel] ?? 0)) > 60)
    })
    .map(({ colour }) => colour)
}

/** Reads the number of each band from the pages, from the squares at their left edge. */
function lostBands(pages: ImageBitmap[], wanted: PictureToMake): number[] {
  const bands = bandsOf(wanted)
  const found = new Set(pages.flatMap(page => numbersOn(page, wanted)))
  return bands.map(({ number }) => number).filter(number => !found.has(number))
}

function numbersOn(page: ImageBitmap, wanted: PictureToMake): number[] {
  const colourAt = coloursOf(page)
  const scale = page.width / wanted.width
  const [squares = []] = bandsOf(wanted).map(band => band.squares)
  const numberAt = (y: number): number | null => {
    const isBlack = squares.map(({ left, side }) => colourAt((left + side / 2) * scale, y)[1] < 128)
    if (isBlack[0] !== true || isBlack[1] !== false) return null
    return isBlack.slice(2).reduce((number, black, bit) => number + (black ? 2 ** bit : 0), 0)
  }
  // A band stands whole where its number can be read over its whole height but the edges.
  const runs = new Map<number, number>()
  for (let y = 0; y < page.height; y += 1) {
    const number = numberAt(y)
    if (number !== null) runs.set(number, (runs.get(number) ?? 0) + 1)
  }
  return [...runs].filter(([, rows]) => rows >= bandHeight * scale - 3).map(([number]) => number)
}
