import type { PictureToMake } from '../picture-set'
import { toBase64 } from './base64'
import { bandHeight, bandsOf, cornersOf } from './marks'
import { drawPrint } from './print'

/** Where a camera that was held this way puts the point (x, y) of an upright w × h picture. Exif 2.3, tag 0x0112. */
const layings: Record<number, (w: number, h: number) => DOMMatrix2DInit> = {
  1: () => matrix(1, 0, 0, 1, 0, 0),
  2: w => matrix(-1, 0, 0, 1, w, 0),
  3: (w, h) => matrix(-1, 0, 0, -1, w, h),
  4: (_, h) => matrix(1, 0, 0, -1, 0, h),
  5: () => matrix(0, 1, 1, 0, 0, 0),
  6: w => matrix(0, -1, 1, 0, 0, w),
  7: (w, h) => matrix(0, -1, -1, 0, h, w),
  8: (_, h) => matrix(0, 1, -1, 0, h, 0),
}

const matrix = (a: number, b: number, c: number, d: number, e: number, f: number) => ({ a, b, c, d, e, f })

/** The picture as the camera stores it, in base64; it still has no Exif. */
export async function draw(wanted: PictureToMake): Promise<string> {
  const { width, height, orientation, kind, format } = wanted
  const canvas = orientation < 5 ? new OffscreenCanvas(width, height) : new OffscreenCanvas(height, width)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  if (kind === 'noise') fillWithNoise(context)
  context.setTransform(layings[orientation]?.(width, height))
  if (kind === 'photo') drawScene(context, wanted)
  if (kind === 'print') drawPrint(context, wanted)
  if (kind === 'screenshot') drawConversation(context, wanted)
  if (kind !== 'screenshot')
    for (const { colour, left, top, side } of cornersOf(wanted)) {
      context.fillStyle = colour
      context.fillRect(left, top, side, side)
    }
  const blob = await canvas.convertToBlob({ type: `image/${format}`, quality: 0.92 })
  return toBase64(new Uint8Array(await blob.arrayBuffer()))
}

/** Sky, ground and a few hundred things in between: shrinks as photographs do. */
function drawScene(context: OffscreenCanvasRenderingContext2D, { width, height }: PictureToMake): void {
  const sky = context.createLinearGradient(0, 0, 0, height)
  sky.addColorStop(0, '#9cf')
  sky.addColorStop(1, '#764')
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  for (let thing = 0; thing < 400; thing += 1) {
    const size = 4 + ((thing * 37) % 60)
    context.fillStyle = `hsl(${(thing * 47) % 360} 40% ${30 + ((thing * 13) % 50)}%)`
    context.fillRect((thing * 7919) % width, (thing * 104729) % height, size, size / 2)
  }
}

function fillWithNoise(context: OffscreenCanvasRenderingContext2D): void {
  const { width, height } = context.canvas
  const noise = context.createImageData(width, height)
  const words = new Uint32Array(noise.data.buffer)
  for (let at = 0, seed = 1; at < words.length; at += 1) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    words[at] = seed | 0xff000000
  }
  context.putImageData(noise, 0, 0)
}

/** A conversation; each band bears its number in black and white at its left edge, so that none can be lost unseen. */
function drawConversation(context: OffscreenCanvasRenderingContext2D, { width, height }: PictureToMake): void {
  context.fillStyle = '#eee'
  context.fillRect(0, 0, width, height)
  context.font = `${Math.round(width / 34)}px "Noto Sans SC"`
  for (const { number, top, squares } of bandsOf({ width, height })) {
    for (const { left, side, isBlack } of squares) {
      context.fillStyle = isBlack ? '#000' : '#fff'
      context.fillRect(left, top, side, bandHeight)
    }
    context.fillStyle = '#222'
    if (number % 3 === 0) context.fillText(`第${number}条：明天上午九点职代会，请带表来`, width * 0.3, top + bandHeight)
  }
}
