import type { LocalPath } from './capabilities'
import { savePicture } from './picture-store'
import { random } from './random'

/** Saves a picture on this machine for good. @throws where there is no room */
export async function saveJpeg(bytes: Uint8Array): Promise<LocalPath> {
  const path = random.newId()
  await savePicture(path, new Blob([bytes.slice()], { type: 'image/jpeg' }))
  return path
}
