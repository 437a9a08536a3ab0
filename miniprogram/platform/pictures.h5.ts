import type { PictureKind, Pictures, SavedPicture } from './capabilities'
import { digestOf } from './digest'
import { fitted, pictureSizes, qualities, thumbnailSide } from './picture-sizes'
import { savePicture } from './picture-store'
import { random } from './random'
import { takeEach } from './take-each'

export const pictures: Pictures = {
  async take(from, kind, onEach) {
    return takeEach(await chosenFiles(from), file => takeIn(file, kind), onEach)
  },
}

/** The browser's own chooser; giving up answers no files. */
function chosenFiles(from: 'camera' | 'album'): Promise<File[]> {
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

/** Drawing it anew turns it upright and leaves Exif behind. */
async function takeIn(file: File, kind: PictureKind): Promise<SavedPicture> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const limits = pictureSizes[kind]
    const full = await drawn(image, limits.side, limits.bytes)
    const thumbnail = await drawn(image, thumbnailSide, limits.bytes)
    return { ...(await saved(full)), type: 'image/jpeg', thumbnail: await saved(thumbnail) }
  } finally {
    image.close()
  }
}

async function drawn(image: ImageBitmap, side: number, limit: number): Promise<Blob> {
  const size = fitted(image.width, image.height, side)
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  // A JPEG has no transparency: what was transparent would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size.width, size.height)
  context.drawImage(image, 0, 0, size.width, size.height)
  let smallest: Blob | null = null
  for (const quality of qualities) {
    smallest = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (smallest && smallest.size <= limit) break
  }
  if (!smallest) throw new Error('not a picture')
  return smallest
}

async function saved(blob: Blob): Promise<{ path: string; bytes: number; sha256: string }> {
  const path = random.newId()
  const bytes = new Uint8Array(await blob.arrayBuffer())
  await savePicture(path, blob)
  return { path, bytes: bytes.length, sha256: digestOf(bytes) }
}
