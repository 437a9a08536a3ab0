import Taro from '@tarojs/taro'
import { bareJpeg } from './bare-jpeg'
import type { PictureKind } from './capabilities'
import { orientationOf } from './image-orientation'
import { type Orientation, type Size, uprightSize } from './orientation'
import { type PictureBytes, smallEnough } from './pages-of-picture'
import { pictureSizes, thumbnailSize } from './picture-sizes'
import { readBytes } from './read-bytes'
import { stripsOf } from './strips'

/** What the county takes of one picture, in pixels and bytes, with a little to spare. */
const tallestWhole = 11_500
const largestWhole = 1_900_000

/**
 * The other way to shrink a picture, for phones whose canvas cannot: WeChat does it outside the program's memory, but
 * cannot cut. A long screenshot then stays one page, as tall as its strips would be together; shrunk by its height
 * nobody could read it.
 */
export async function compressedPicture(src: string, kind: PictureKind): Promise<PictureBytes> {
  const info = await Taro.getImageInfo({ src })
  const { side, bytes } = pictureSizes[kind]
  const orientation = orientationOf(info.orientation)
  const upright = uprightSize(info, orientation)
  const strips = stripsOf(upright, side).length
  const limits = { side: Math.min(tallestWhole, side * strips), bytes: Math.min(largestWhole, bytes * strips) }
  const lying = { src, orientation, upright }
  return {
    full: await compressed(lying, strips === 1 ? pictureSizes[kind] : limits),
    thumbnail: await compressed(lying, thumbnailSize),
  }
}

function compressed(
  { src, orientation, upright }: { src: string; orientation: Orientation; upright: Size },
  limits: { side: number; bytes: number },
) {
  return smallEnough(upright, limits, ({ width, height }) => async quality => {
    // The height follows by itself. Whether a picture on its side is turned first, phones do not say: it then fits either way.
    const compressedWidth = orientation < 5 ? width : Math.min(width, height)
    const { tempFilePath } = await Taro.compressImage({ src, quality: quality * 100, compressedWidth })
    const bytes = await readBytes(tempFilePath)
    return bytes && bareJpeg(bytes)
  })
}
