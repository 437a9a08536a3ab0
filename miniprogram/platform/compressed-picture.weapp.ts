import Taro from '@tarojs/taro'
import { bareJpeg } from './bare-jpeg'
import type { PictureKind } from './capabilities'
import { orientationOf } from './image-orientation'
import { uprightSize } from './orientation'
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
  const strips = stripsOf(uprightSize(info, orientationOf(info.orientation)), side).length
  const limits = { side: Math.min(tallestWhole, side * strips), bytes: Math.min(largestWhole, bytes * strips) }
  return {
    full: await compressed(src, info, strips === 1 ? pictureSizes[kind] : limits),
    thumbnail: await compressed(src, info, thumbnailSize),
  }
}

function compressed(src: string, whole: { width: number; height: number }, limits: { side: number; bytes: number }) {
  return smallEnough(whole, limits, ({ width, height }) => async quality => {
    const sizes = { compressedWidth: width, compressedHeight: height }
    const { tempFilePath } = await Taro.compressImage({ src, quality: quality * 100, ...sizes })
    const bytes = await readBytes(tempFilePath)
    return bytes && bareJpeg(bytes)
  })
}
