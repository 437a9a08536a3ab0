import Taro from '@tarojs/taro'
import { bareJpeg } from './bare-jpeg'
import type { PictureKind, PictureSource, Pictures, SavedPicture } from './capabilities'
import { digestOf } from './digest'
import { fitted, pictureSizes, qualitiesAt, shrinkings, thumbnailSize } from './picture-sizes'
import { random } from './random'
import { readBytes } from './read-bytes'
import { stripsOf } from './strips'
import { takeEach } from './take-each'

const MOST_AT_ONCE = 20
/** What the county takes of one picture, in pixels and bytes, with a little to spare. */
const tallestWhole = 11_500
const largestWhole = 1_900_000

export const pictures: Pictures = {
  async take(from, kind, onEach) {
    return takeEach(await chosenPaths(from), path => takeIn(path, kind), onEach)
  },
}

async function chosenPaths(from: PictureSource): Promise<string[]> {
  if (from === 'chats') {
    const sent = await Taro.chooseMessageFile({ count: MOST_AT_ONCE, type: 'image' }).catch(() => null)
    return sent?.tempFiles.map(file => file.path) ?? []
  }
  const chosen = await Taro.chooseMedia({
    count: MOST_AT_ONCE,
    mediaType: ['image'],
    sourceType: [from],
    sizeType: ['original'],
  }).catch(() => null)
  return chosen?.tempFiles.map(file => file.tempFilePath) ?? []
}

/** Temporary files die with the program: each picture is shrunk and saved at once. */
async function takeIn(original: string, kind: PictureKind): Promise<SavedPicture[]> {
  const { width, height } = await Taro.getImageInfo({ src: original })
  const small = await shrunk(original, { width, height }, limitsOf(kind, width, height))
  const thumbnail = await shrunk(original, { width, height }, thumbnailSize)
  return [{ ...(await saved(small)), type: 'image/jpeg', thumbnail: await saved(thumbnail) }]
}

/**
 * `compressImage` cannot cut, so a long screenshot stays one page here; as tall as its strips would be together, for
 * shrunk by its height nobody could read it.
 */
function limitsOf(kind: PictureKind, width: number, height: number): { side: number; bytes: number } {
  const limits = pictureSizes[kind]
  const strips = stripsOf(width, height).length
  if (strips === 1) return limits
  return { side: Math.min(tallestWhole, limits.side * strips), bytes: Math.min(largestWhole, limits.bytes * strips) }
}

/** The best quality that is small enough, without Exif; where none is, fewer pixels of it. */
async function shrunk(src: string, whole: { width: number; height: number }, limits: { side: number; bytes: number }) {
  let smallest: Uint8Array | null = null
  for (const share of shrinkings) {
    const size = fitted(whole.width, whole.height, limits.side * share)
    for (const quality of qualitiesAt(share)) {
      const { tempFilePath } = await Taro.compressImage({
        src,
        quality: quality * 100,
        compressedWidth: size.width,
        compressedHeight: size.height,
      })
      const bytes = await readBytes(tempFilePath)
      smallest = (bytes && bareJpeg(bytes)) ?? smallest
      if (smallest && smallest.length <= limits.bytes) return smallest
    }
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
