import type { PictureAdjustment, PictureKind } from './capabilities'
import { type OpenPicture, type PictureBytes, pageOf } from './pages-of-picture'

/** What travels of a picture whose edges are taken away; it was opened turned. However tall, it stays one page. */
export function adjustedPage(
  picture: OpenPicture,
  { trim }: PictureAdjustment,
  kind: PictureKind,
): Promise<PictureBytes> {
  const { width, height } = picture
  const [left, top] = [Math.round(width * trim.left), Math.round(height * trim.top)]
  const part = {
    left,
    top,
    width: Math.max(1, Math.round(width * (1 - trim.right)) - left),
    height: Math.max(1, Math.round(height * (1 - trim.bottom)) - top),
  }
  return pageOf(picture, part, kind)
}
