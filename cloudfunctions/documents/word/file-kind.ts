import { sniffType } from '#shared/materials/sniff-type'
import type { UnreadableReason } from '#shared/rubric-import/unreadable'

/** What a file that is no zip is by its own bytes, whatever its name says; null for a zip, which may be a Word file. */
export function otherKind(bytes: Uint8Array): UnreadableReason | null {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (head.startsWith('PK')) return null
  if (head.startsWith('%PDF-')) return 'pdf'
  if (pictures.some(picture => picture.test(head))) return 'picture'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oldOfficeKind(bytes)
  if (/^(\xef\xbb\xbf)?\s*(\{\\rtf|<\?xml|<!doctype html|<html|MIME-Version:)/i.test(head)) return 'other-word'
  return 'not-word'
}

/** JPEG, PNG, GIF, BMP, TIFF, WebP, HEIC. */
const pictures = [
  /^\xff\xd8\xff/,
  /^\x89PNG/,
  /^GIF8/,
  /^BM/,
  /^(II\*\0|MM\0\*)/,
  /^RIFF[\s\S]{4}WEBP/,
  /^[\s\S]{4}ftyp/,
]

function oldOfficeKind(bytes: Uint8Array): UnreadableReason {
  // Word keeps a document with a password inside an old container; streams are named there in UTF-16.
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'encrypted'
  return sniffType(bytes) === 'application/vnd.ms-excel' ? 'other-office' : 'old-word'
}
