/** What a zip says of its entries in its central directory, without unpacking any. */
export interface ZipOutline {
  names: Set<string>
  /** Bytes of all entries once unpacked, as the directory claims. */
  unpacked: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/** Empty where there is no directory, as in a file that was cut off. */
export function zipOutline(bytes: Uint8Array): ZipOutline {
  const names = new Set<string>()
  let unpacked = 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecordOf(view)
  let at = end < 0 ? bytes.length : view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === directoryEntry) {
    const nameLength = view.getUint16(at + 28, true)
    names.add(String.fromCharCode(...bytes.subarray(at + 46, Math.min(at + 46 + nameLength, bytes.length))))
    unpacked += view.getUint32(at + 24, true)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, unpacked }
}

/** Where the closing record of a zip begins: 22 bytes before the end and a comment of at most 65,535; −1 if nowhere. */
function endRecordOf(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  return -1
}
