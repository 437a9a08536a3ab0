/**
 * A JPEG without what it tells about the phone, the place and the time: every APP1–APP15 and comment segment is left
 * out. A picture whose pixels lie on their side keeps that one fact, or it would be shown lying. Answers null where the
 * bytes are no JPEG. JPEG: ITU-T T.81 annex B; orientation: Exif 2.3, tag 0x0112.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    // The scan begins: from here on it is pixels.
    if (marker === 0xda) break
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) return null
    if (marker === 0xe1) orientation = orientationIn(view, at + 4, end) ?? orientation
    const tells = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe
    if (!tells) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation))
  kept.push(bytes.subarray(at))
  return joined(kept)
}

/** Reads the orientation, 1 to 8, from an Exif segment; null where it says none. */
function orientationIn(view: DataView, start: number, end: number): number | null {
  const tiff = start + 6
  if (tiff + 8 > end || view.getUint32(start) !== 0x45786966) return null
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > end) return null
  const entries = view.getUint16(directory, little)
  for (let entry = directory + 2; entry < directory + 2 + entries * 12 && entry + 12 <= end; entry += 12) {
    if (view.getUint16(entry, little) === 0x0112) {
      const orientation = view.getUint16(entry + 8, little)
      return orientation >= 1 && orientation <= 8 ? orientation : null
    }
  }
  return null
}

/** The smallest Exif segment: one directory with one entry. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const body = [...exif, ...header, ...directory]
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body])
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
