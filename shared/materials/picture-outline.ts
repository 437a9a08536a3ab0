/** What a picture says of itself before any pixel of it is unpacked. */
export interface PictureOutline {
  width: number
  height: number
  /** Whether it bears more than a picture: words, places, a second file behind its end. */
  bearsMore: boolean
}

/** Reads the outline of a JPEG or PNG; null where the bytes are none, or end before their end. Never unpacks anything. */
export function outlineOf(bytes: Uint8Array): PictureOutline | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegOutline(bytes)
  return bytes[0] === 0x89 ? pngOutline(bytes) : null
}

/** JPEG: ITU-T T.81 annex B. A picture may have several scans, and its size stands before the first. */
function jpegOutline(bytes: Uint8Array): PictureOutline | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | null = null
  let bearsMore = false
  let at = 2
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    if (isFrame(marker) && length >= 7) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (isForReaders(marker)) bearsMore ||= length > mostBytesFor(marker)
    at = marker === 0xda ? endOfScan(bytes, end) : end
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9)
      return size && { ...size, bearsMore: bearsMore || at + 2 < bytes.length }
  }
  return null
}

/** SOF0–SOF15 without the three markers among them that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Application segments and comments: what is not needed to draw the picture. */
function isForReaders(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
}

/** JFIF's and Adobe's few fields, and an Exif that says nothing but which way is up; nothing has room for words. */
function mostBytesFor(marker: number): number {
  if (marker === 0xe0) return 16
  if (marker === 0xe1) return 34
  return marker === 0xee ? 14 : 0
}

/** The next marker after coded pixels, in which FF is followed by 0, by a restart marker or by another FF. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

const drawnChunks = ['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'bKGD']

/** PNG: a chain of chunks, each with its length and its name. */
function pngOutline(bytes: Uint8Array): PictureOutline | null {
  if (bytes.length < 33) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  let bearsMore = false
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (name === 'IEND') return { ...size, bearsMore: bearsMore || at + 12 < bytes.length }
    bearsMore ||= !drawnChunks.includes(name)
  }
  return null
}
