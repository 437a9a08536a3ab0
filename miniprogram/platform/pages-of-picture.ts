import type { PictureKind } from './capabilities'
import type { Size } from './orientation'
import type { Part } from './paint-part'
import { fitted, pictureSizes, qualitiesAt, shrinkings, thumbnailSize } from './picture-sizes'
import { stripsOf } from './strips'

/** A picture that lies open on this machine, upright: any part of it can be drawn at any size. */
export interface OpenPicture extends Size {
  /** Answers how to read what was drawn as a JPEG of some quality, without Exif; null where that cannot be done. */
  draw(part: Part, size: Size): (quality: number) => Promise<Uint8Array | null>
}

/** One page as it travels: DESIGN §5.4. */
export interface PictureBytes {
  full: Uint8Array
  thumbnail: Uint8Array
}

/** What travels of a picture: itself, or the pages that a long screenshot is cut into; each small, with a thumbnail. */
export async function pagesOfPicture(picture: OpenPicture, kind: PictureKind): Promise<PictureBytes[]> {
  const pages: PictureBytes[] = []
  for (const strip of stripsOf(picture, pictureSizes[kind].side))
    pages.push(await pageOf(picture, { left: 0, width: picture.width, ...strip }, kind))
  return pages
}

/** What travels of a part of a picture. */
export async function pageOf(picture: OpenPicture, part: Part, kind: PictureKind): Promise<PictureBytes> {
  return {
    full: await shrunk(picture, part, pictureSizes[kind]),
    thumbnail: await shrunk(picture, part, thumbnailSize),
  }
}

const shrunk = ({ draw }: OpenPicture, part: Part, limits: { side: number; bytes: number }) =>
  smallEnough(part, limits, size => draw(part, size))

/** The best quality that is small enough; where none is, fewer pixels of it. */
export async function smallEnough(
  whole: Size,
  limits: { side: number; bytes: number },
  drawAt: (size: Size) => (quality: number) => Promise<Uint8Array | null>,
): Promise<Uint8Array> {
  let smallest: Uint8Array | null = null
  for (const share of shrinkings) {
    const read = drawAt(fitted(whole.width, whole.height, limits.side * share))
    for (const quality of qualitiesAt(share)) {
      smallest = (await read(quality)) ?? smallest
      if (smallest && smallest.length <= limits.bytes) return smallest
    }
  }
  if (!smallest) throw new Error('not a picture')
  return smallest
}
