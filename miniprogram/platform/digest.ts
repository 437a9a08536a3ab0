import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** SHA-256 in small hexadecimal letters; the mini-program has no crypto of its own. */
export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
