import type { LocalFiles } from './capabilities'
import { digestOf } from './digest'
import { readPicture, removePicture } from './picture-store'

/** Addresses already made, so that a picture that is drawn again is not read again. */
const addresses = new Map<string, string>()

export const localFiles: LocalFiles = {
  async digest(path) {
    const blob = await readPicture(path)
    return blob && { bytes: blob.size, sha256: digestOf(new Uint8Array(await blob.arrayBuffer())) }
  },
  async remove(path) {
    const address = addresses.get(path)
    if (address) URL.revokeObjectURL(address)
    addresses.delete(path)
    await removePicture(path)
  },
  async address(path) {
    const known = addresses.get(path)
    if (known) return known
    const blob = await readPicture(path)
    if (!blob) return null
    const address = URL.createObjectURL(blob)
    addresses.set(path, address)
    return address
  },
}
