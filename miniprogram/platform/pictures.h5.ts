import type { PictureKind, PictureSource, Pictures, SavedPicture } from './capabilities'
import { digestOf } from './digest'
import { withBitmap } from './open-bitmap'
import { pagesOfPicture } from './pages-of-picture'
import { saveJpeg } from './save-jpeg'
import { savedPages } from './saved-pages'
import { takeEach } from './take-each'

export const pictures: Pictures = {
  async take(from, kind, onEach) {
    return takeEach(await chosenFiles(from), file => takeIn(file, kind), onEach)
  },
}

/** The browser's own chooser; giving up answers no files. */
function chosenFiles(from: PictureSource): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = true
  input.hidden = true
  if (from === 'camera') input.capture = 'environment'
  return new Promise(resolve => {
    const done = () => {
      resolve([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    document.body.append(input)
    input.click()
  })
}

/** Drawing it anew turns it upright and leaves Exif behind; a long screenshot becomes several pages. */
async function takeIn(file: File, kind: PictureKind): Promise<SavedPicture[]> {
  const pages = await withBitmap(file, picture => pagesOfPicture(picture, kind))
  const sourceSha256 = digestOf(new Uint8Array(await file.arrayBuffer()))
  return (await savedPages(pages, saveJpeg)).map(saved => ({ ...saved, sourceSha256 }))
}
