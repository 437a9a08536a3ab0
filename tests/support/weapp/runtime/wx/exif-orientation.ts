/** Which way is up, as the camera wrote it into a JPEG: 1 to 8 (Exif 2.3, tag 0x0112); 1 where it wrote nothing. */
export function exifOrientation(bytes: ArrayBuffer): number {
  const entry = orientationEntry(new DataView(bytes))
  return entry ? new DataView(bytes).getUint16(entry.at, entry.little) : 1
}

/** The same picture, saying that its pixels are upright as they lie. */
export function saidToBeUpright(bytes: ArrayBuffer): ArrayBuffer {
  const copy = bytes.slice(0)
  const entry = orientationEntry(new DataView(copy))
  if (entry) new DataView(copy).setUint16(entry.at, 1, entry.little)
  return copy
}

interface Entry {
  at: number
  little: boolean
}

function orientationEntry(view: DataView): Entry | null {
  let at = 2
  while (at + 10 < view.byteLength && view.getUint8(at) === 0xff) {
    if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966) return entryInTiff(view, at + 10)
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function entryInTiff(view: DataView, start: number): Entry | null {
  const little = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, little)
  for (let entry = 0; entry < view.getUint16(directory, little); entry += 1) {
    const at = directory + 2 + entry * 12
    if (view.getUint16(at, little) === 0x0112) return { at: at + 8, little }
  }
  return null
}
