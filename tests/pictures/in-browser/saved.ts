import { readPicture } from '../../../miniprogram/platform/picture-store'
import { toBase64 } from './base64'

/** A picture as the H5 build has saved it, in base64. */
export async function readSaved(path: string): Promise<string> {
  const blob = await readPicture(path)
  return blob ? toBase64(new Uint8Array(await blob.arrayBuffer())) : ''
}
