import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** An id nobody can guess: 22 characters of A–Z a–z 0–9 - _, the first a letter or digit (a key of stored objects). */
export function randomId(): string {
  return randomBytes(17).toString('base64url').replace(/^[-_]/, 'x').slice(0, 22)
}

/** Without 0 O 1 I L, which are confused when read aloud or copied by hand. */
const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code that a person can type: 10 characters, about 49 bits. */
export function readableCode(): string {
  // 248 is the largest multiple of 31 within a byte: beyond it some letters would come more often than others.
  let code = ''
  while (code.length < 10) {
    for (const byte of randomBytes(16)) if (byte < 248 && code.length < 10) code += READABLE.charAt(byte % 31)
  }
  return code
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function hmacSha256(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/** Compares in a time that does not depend on where the two differ. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(expected)))
}
