import type { LocalPath, SavedPicture } from './capabilities'
import { digestOf } from './digest'
import type { PictureBytes } from './pages-of-picture'

/** Saves the pages of a picture on this machine, one file after another, each with its thumbnail. */
export async function savedPages(
  pages: readonly PictureBytes[],
  save: (bytes: Uint8Array) => Promise<LocalPath>,
): Promise<SavedPicture[]> {
  const kept = async (bytes: Uint8Array) => ({
    path: await save(bytes),
    bytes: bytes.length,
    sha256: digestOf(bytes),
  })
  const saved: SavedPicture[] = []
  for (const { full, thumbnail } of pages)
    saved.push({ ...(await kept(full)), type: 'image/jpeg', thumbnail: await kept(thumbnail) })
  return saved
}
