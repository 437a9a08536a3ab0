import { adjustedPage } from './adjusted-page'
import type { AdjustPicture } from './capabilities'
import { withBitmap } from './open-bitmap'
import { readPicture } from './picture-store'
import { saveJpeg } from './save-jpeg'
import { savedPages } from './saved-pages'

export const adjustPicture: AdjustPicture = async (path, adjustment, kind) => {
  const blob = await readPicture(path)
  if (!blob) return null
  try {
    const page = await withBitmap(blob, picture => adjustedPage(picture, adjustment, kind), adjustment.turns)
    const [saved = null] = await savedPages([page], saveJpeg)
    return saved
  } catch {
    return null
  }
}
