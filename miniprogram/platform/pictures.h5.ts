import { bareJpeg } from './bare-jpeg'
import type { PictureKind, PictureSource, Pictures, SavedPicture } from './capabilities'
import { digestOf } from './digest'
import { fitted, pictureSizes, qualitiesAt, shrinkings, thumbnailSize } from './picture-sizes'
import { savePicture } from './picture-store'
import { random } from './random'
import { type Strip, stripsOf } from './strips'
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
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const limits = pictureSizes[kind]
    const pictures: SavedPicture[] = []
    for (const strip of stripsOf(image.width, image.height)) {
      const full = await drawn(image, strip, limits)
      const thumbnail = await drawn(image, strip, thumbnailSize)
      pictures.push({ ...(await saved(full)), type: 'image/jpeg', thumbnail: await saved(thumbnail) })
    }
    return pictures
  } finally {
    image.close()
  }
}

/** The best quality that is small enough; where none is, fewer pixels of it. */
async function drawn(image: ImageBitmap, strip: Strip, limits: { side: number; bytes: number }): Promise<Uint8Array> {
  let smallest: Uint8Array | null = null
  for (const share of shrinkings) {
    const canvas = canvasOf(image, strip, limits.side * share)
    for (const quality of qualitiesAt(share)) {
      const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
      // Some browsers write an Exif of their own into what they draw.
      smallest = (blob && bareJpeg(new Uint8Array(await blob.arrayBuffer()))) ?? smallest
      if (smallest && smallest.length <= limits.bytes) return smallest
    }
  }
  if (!smallest) throw new Error('not a picture')
  return smallest
}

function canvasOf(image: ImageBitmap, { top, height }: Strip, side: number): HTMLCanvasElement {
  const size = fitted(image.width, height, side)
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  // A JPEG has no transparency: what was transparent would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size.width, size.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, top, image.width, height, 0, 0, size.width, size.height)
  return canvas
}

async function saved(bytes: Uint8Array): Promise<{ path: string; bytes: number; sha256: string }> {
  const path = random.newId()
  await savePicture(path, new Blob([bytes.slice()], { type: 'image/jpeg' }))
  return { path, bytes: bytes.length, sha256: digestOf(bytes) }
}
