import { bareJpeg } from './bare-jpeg'
import { type Orientation, type Size, turnedBy, uprightSize } from './orientation'
import type { OpenPicture } from './pages-of-picture'
import { type Part, paintPart } from './paint-part'

/** Opens a picture, turned by so many quarters, for as long as `work` needs it. */
export async function withBitmap<Result>(file: Blob, work: (picture: OpenPicture) => Promise<Result>, quarters = 0) {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const orientation = turnedBy(1, quarters)
    return await work({
      ...uprightSize(image, orientation),
      draw: (part, size) => drawn(image, orientation, part, size),
    })
  } finally {
    image.close()
  }
}

function drawn(image: ImageBitmap, orientation: Orientation, part: Part, size: Size) {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  const { width, height } = image
  paintPart<ImageBitmap>(context, { image, width, height, orientation }, part, size)
  return async (quality: number) => {
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
    // Some browsers write an Exif of their own into what they draw.
    return blob && bareJpeg(new Uint8Array(await blob.arrayBuffer()))
  }
}
