import Taro from '@tarojs/taro'
import { bareJpeg } from './bare-jpeg'
import { type Canvas, type CanvasImage, contextOf, loadImage, makeCanvas } from './canvas'
import { orientationOf, turnsByItself } from './image-orientation'
import { type Size, turnedBy, uprightSize } from './orientation'
import type { OpenPicture } from './pages-of-picture'
import { type LyingImage, type Part, paintPart } from './paint-part'

/** Opens a picture, turned by so many quarters, for as long as `work` needs it. @throws where this phone cannot draw it */
export async function withImage<Result>(path: string, work: (picture: OpenPicture) => Promise<Result>, quarters = 0) {
  // WeChat tells the size as the pixels lie.
  const { width, height, orientation: word } = await Taro.getImageInfo({ src: path })
  const noted = orientationOf(word)
  const canvas = makeCanvas({ width: 8, height: 8 })
  const image = await loadImage(canvas, path)
  const known: LyingImage<CanvasImage> = (await turnsByItself())
    ? { image, ...uprightSize({ width, height }, noted), orientation: 1 }
    : { image, width, height, orientation: noted }
  const lying = { ...known, orientation: turnedBy(known.orientation, quarters) }
  return work({ ...uprightSize(lying, lying.orientation), draw: (part, size) => drawn(canvas, lying, part, size) })
}

/** One canvas does for a whole picture: a new one for each size would not fit into an old phone's memory. */
function drawn(canvas: Canvas, lying: LyingImage<CanvasImage>, part: Part, size: Size) {
  canvas.width = size.width
  canvas.height = size.height
  paintPart(contextOf(canvas), lying, part, size)
  return async (quality: number) => {
    const [kind, letters = ''] = canvas.toDataURL('image/jpeg', quality).split(',')
    // A canvas that cannot write JPEG answers a PNG, ten times as large.
    if (kind !== 'data:image/jpeg;base64') return null
    return bareJpeg(new Uint8Array(Taro.base64ToArrayBuffer(letters)))
  }
}
