import type { PictureToMake } from '../picture-set'

/** A sheet of A4 is 297 mm tall and fills the picture; a point is 1/72 inch. */
const sheetHeight = 297
const millimetresAPoint = 25.4 / 72
/** 五号 print. */
const printPoints = 10.5

/** Words of such papers; the denser the strokes, the sooner they run together. */
const words =
  '工会经费收缴管理情况量表，职工代表大会审议通过企业年度集体合同履约监督检查报告，困难职工建档帮扶慰问签领册，劳动竞赛奖励疆赢羸'

/** Ink and paper as the darkest and lightest grey of the sheet. */
const ink = 40
const paper = 232

const signsARow = 46

/** The signs of a sheet full of print, each in its square, in pixels of the upright picture; row by row. */
function rowsOf({ height }: Pick<PictureToMake, 'height'>) {
  const pitch = Math.round((printPoints * millimetresAPoint * height) / sheetHeight)
  // Where corners are marked no print stands.
  const first = Math.round(height * 0.11)
  const count = Math.floor((height * 0.78) / (pitch * 1.5))
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: signsARow }, (_, column) => ({
      sign: words[(column + row * 11) % words.length] ?? '',
      left: pitch * (column + 7),
      top: first + Math.round(row * pitch * 1.5),
      pitch,
    })),
  )
}

/** Dark print on paper that the light falls on from one side. */
export function drawPrint(context: OffscreenCanvasRenderingContext2D, wanted: PictureToMake): void {
  const light = context.createLinearGradient(0, 0, wanted.width, wanted.height)
  light.addColorStop(0, grey(paper))
  light.addColorStop(1, grey(paper - 16))
  context.fillStyle = light
  context.fillRect(0, 0, wanted.width, wanted.height)
  drawSigns(context, wanted, grey(ink))
}

function drawSigns(
  context: OffscreenCanvasRenderingContext2D,
  wanted: Pick<PictureToMake, 'height'>,
  colour: string,
): void {
  context.fillStyle = colour
  context.textBaseline = 'top'
  for (const { sign, left, top, pitch } of rowsOf(wanted).flat()) {
    context.font = `${pitch}px "Noto Sans SC"`
    context.fillText(sign, left, top)
  }
}

/** So many signs are looked at: one row in eight. */
const everyRow = 8

const grey = (value: number) => `rgb(${value} ${value} ${value})`

/**
 * How well the print of a shrunk sheet can be read, from 0 to 1: for each sign, how much lighter the gaps between its
 * strokes still are than its strokes, as a share of what it was; answered is the value that 19 of 20 signs reach. Where
 * strokes and gaps have run into one grey it is 0. The places of strokes and gaps are known, for the sheet is drawn
 * again in full size.
 */
export function legibility(shrunk: ImageBitmap, wanted: PictureToMake): number {
  const ideal = pixels(wanted, context => {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, wanted.width, wanted.height)
    drawSigns(context, wanted, '#000')
  })
  const seen = pixels(wanted, context => {
    context.imageSmoothingQuality = 'high'
    context.drawImage(shrunk, 0, 0, wanted.width, wanted.height)
  })
  const looked = rowsOf(wanted).filter((_, row) => row % everyRow === 0)
  const contrasts = looked.flat().map(({ left, top, pitch }) => {
    const [strokes, gaps] = [mean(), mean()]
    for (let y = top; y < top + pitch * 1.3; y += 1)
      for (let x = left; x < left + pitch; x += 1) {
        if (ideal(x, y) < 64) strokes.add(seen(x, y))
        else if (isGap(ideal, x, y, pitch)) gaps.add(seen(x, y))
      }
    return gaps.count === 0 ? 1 : (gaps.value() - strokes.value()) / (paper - ink)
  })
  const sorted = contrasts.sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 20)] ?? 0
}

/** White with ink close by on both sides: what tells one sign from another. */
function isGap(ideal: (x: number, y: number) => number, x: number, y: number, pitch: number): boolean {
  if (ideal(x, y) < 224) return false
  const near = Math.ceil(pitch / 10)
  const hasInk = (stepX: number, stepY: number) => {
    for (let step = 1; step <= near; step += 1) if (ideal(x + stepX * step, y + stepY * step) < 64) return true
    return false
  }
  return (hasInk(-1, 0) && hasInk(1, 0)) || (hasInk(0, -1) && hasInk(0, 1))
}

/** Draws at full size and answers how light each point then is. */
function pixels({ width, height }: PictureToMake, paint: (context: OffscreenCanvasRenderingContext2D) => void) {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  paint(context)
  const { data } = context.getImageData(0, 0, width, height)
  return (x: number, y: number) => data[(y * width + x) * 4 + 1] ?? 255
}

function mean() {
  let [sum, count] = [0, 0]
  return {
    add(value: number) {
      sum += value
      count += 1
    },
    get count() {
      return count
    },
    value: () => sum / count,
  }
}
