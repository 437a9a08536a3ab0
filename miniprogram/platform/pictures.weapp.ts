import Taro from '@tarojs/taro'
import { bareJpeg } from './bare-jpeg'
import type { PictureKind, Pictures, SavedPicture } from './capabilities'
import { digestOf } from './digest'
import { fitted, pictureSizes, qualities, thumbnailSide } from './picture-sizes'
import { random } from './random'
import { readBytes } from './read-bytes'
import { takeEach } from './take-each'

const MOST_AT_ONCE = 20

export const pictures: Pictures = {
  async take(from, kind, onEach) {
    const chosen = await Taro.chooseMedia({
      count: MOST_AT_ONCE,
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['original'],
    }).catch(() => null)
    const paths = chosen?.tempFiles.map(file => file.tempFilePath) ?? []
    return takeEach(paths, path => takeIn(path, kind), onEach)
  },
}

/** Temporary files die with the program: each picture is shrunk and saved at once. */
async function takeIn(original: string, kind: PictureKind): Promise<SavedPicture> {
  const { width, height } = await Taro.getImageInfo({ src: original })
  const limits = pictureSizes[kind]
  const small = await shrunk(original, fitted(width, height, limits.side), limits.bytes)
  const thumbnail = await shrunk(original, fitted(width, height, thumbnailSide), limits.bytes)
  return { ...(await saved(small)), type: 'image/jpeg', thumbnail: await saved(thumbnail) }
}

/** The best quality that is small enough, without Exif. */
async function shrunk(src: string, size: { width: number; height: number }, limit: number): Promise<Uint8Array> {
  let smallest: Uint8Array | null = null
  for (const quality of qualities) {
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality: quality * 100,
      compressedWidth: size.width,
      compressedHeight: size.height,
    })
    const bytes = await readBytes(tempFilePath)
    smallest = (bytes && bareJpeg(bytes)) ?? smallest
    if (smallest && smallest.length <= limit) return smallest
  }
  if (!smallest) throw new Error('not a picture')
  return smallest
}

function saved(bytes: Uint8Array): Promise<{ path: string; bytes: number; sha256: string }> {
  const path = `${Taro.env.USER_DATA_PATH}/${random.newId()}.jpg`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath: path,
      data: bytes.slice().buffer,
      success: () => resolve({ path, bytes: bytes.length, sha256: digestOf(bytes) }),
      fail: reject,
    })
  })
}
