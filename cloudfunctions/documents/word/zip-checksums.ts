// fflate inflates without looking at checksums, and a changed byte may still inflate to well-formed XML with another word.

const directoryEntry = 0x02014b50
const endOfDirectory = 0x06054b50

/** Whether every part is, byte for byte, what the zip's directory says was put into it. */
export function areAsPacked(parts: Record<string, Uint8Array>, zip: Uint8Array): boolean {
  const checksums = checksumsOf(zip)
  return Object.entries(parts).every(([name, part]) => checksums.get(name) === crc32(part))
}

/** The CRC-32 of each entry, by its name; what cannot be followed is left out. */
function checksumsOf(zip: Uint8Array): Map<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const checksums = new Map<string, number>()
  let end = zip.length - 22
  while (end > 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1
  let at = end < 0 ? zip.length : view.getUint32(end + 16, true)
  while (at + 46 <= zip.length && view.getUint32(at, true) === directoryEntry) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    checksums.set(Buffer.from(zip.subarray(at + 46, nameEnd)).toString('utf8'), view.getUint32(at + 16, true))
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return checksums
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] ?? 0)
  return (rest ^ 0xffffffff) >>> 0
}
