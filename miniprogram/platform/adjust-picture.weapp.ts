import { adjustedPage } from './adjusted-page'
import type { AdjustPicture } from './capabilities'
import { withImage } from './open-image'
import { saveJpeg } from './save-jpeg'
import { savedPages } from './saved-pages'

export const adjustPicture: AdjustPicture = async (path, adjustment, kind) => {
  try {
    const page = await withImage(path, picture => adjustedPage(picture, adjustment, kind), adjustment.turns)
    const [saved = null] = await savedPages([page], saveJpeg)
    return saved
  } catch {
    return null
  }
}
