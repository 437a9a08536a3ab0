import type { FileType } from './material'
import { zipOutline } from './zip-outline'

/**
 * What a file is by its own bytes, whatever its name or its sender says; null where it is none of the types a unit may
 * hand in. The two families that share a beginning are told apart by what they hold: old Office files by the name of a
 * stream, new ones by the name of an entry in their zip directory.
 */
export function sniffType(bytes: Uint8Array): FileType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, ascii('%PDF-'))) return 'application/pdf'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oldOfficeType(bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return newOfficeType(bytes)
  return null
}

/** Streams of an OLE file are named in its directory, in UTF-16. */
function oldOfficeType(bytes: Uint8Array): FileType | null {
  if (holds(bytes, utf16('WordDocument'))) return 'application/msword'
  if (holds(bytes, utf16('Workbook')) || holds(bytes, utf16('Book'))) return 'application/vnd.ms-excel'
  return null
}

function newOfficeType(bytes: Uint8Array): FileType | null {
  const { names } = zipOutline(bytes)
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.has('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return null
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes.subarray(at, at + wanted.length), wanted)) return true
  }
  return false
}

function ascii(text: string): number[] {
  return [...text].map(sign => sign.charCodeAt(0))
}

function utf16(text: string): number[] {
  return ascii(text).flatMap(byte => [byte, 0])
}
