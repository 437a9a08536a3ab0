import Taro from '@tarojs/taro'
import type { PictureKind, PictureSource, Pictures, SavedPicture } from './capabilities'
import { compressedPicture } from './compressed-picture'
import { digestOf } from './digest'
import { withImage } from './open-image'
import { pagesOfPicture } from './pages-of-picture'
import { readBytes } from './read-bytes'
import { saveJpeg } from './save-jpeg'
import { savedPages } from './saved-pages'
import { takeEach } from './take-each'

const MOST_AT_ONCE = 20

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
  const drawn = withImage(original, picture => pagesOfPicture(picture, kind))
  const pages = await drawn.catch(async () => [await compressedPicture(original, kind)])
  const chosen = await readBytes(original)
  const source = chosen ? { sourceSha256: digestOf(chosen) } : {}
  return (await savedPages(pages, saveJpeg)).map(saved => ({ ...saved, ...source }))
}
