import { strFromU8, unzipSync, zipSync } from 'fflate'
import type { UnreadableReason } from '#shared/rubric-import/unreadable'

/** The XML of a Word file that holds words, by the name of the part. */
export type WordParts = Record<string, string>

/** A rubric of a hundred pages stays below each of these; what is above would cost memory before it is even looked at. */
export const limits = { fileBytes: 20_000_000, entries: 2000, declaredBytes: 200_000_000, xmlBytes: 6_000_000 }

const partsWithWords =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document\d*\.xml\.rels|word\/(document\d*|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml)$/
const mainPart = /^word\/document\d*\.xml$/

/** Stops the walk through a zip directory that lists more than any Word file has. */
class TooMuch extends Error {}

/**
 * Takes the parts with words out of a .docx, and nothing else. Sizes are looked at in the directory before a byte is
 * inflated; a part that lies about its size is cut off at what it declared. Never throws.
 */
export function wordParts(bytes: Uint8Array): { parts: WordParts } | { reason: UnreadableReason } {
  if (bytes.length > limits.fileBytes) return { reason: 'too-large' }
  const names = new Set<string>()
  try {
    const unzipped = unzipSync(bytes, { filter: countedFilter(names) })
    if (![...names].some(name => mainPart.test(name))) return { reason: otherZip(names) }
    const parts = Object.fromEntries(Object.entries(unzipped).map(([name, part]) => [name, strFromU8(part)]))
    // Word never writes a DTD; one can only be there to make a reader fetch or multiply something.
    return Object.values(parts).some(xml => /<!(DOCTYPE|ENTITY)/i.test(xml)) ? { reason: 'unsafe' } : { parts }
  } catch (error) {
    return { reason: error instanceof TooMuch ? 'unsafe' : 'damaged' }
  }
}

/** A small .docx of those parts alone, so that whoever reads it meets nothing that was not looked at here. */
export function smallWordFile(parts: WordParts): Buffer {
  const files = Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml, 'utf8')])
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }))
}

function countedFilter(names: Set<string>) {
  let entries = 0
  let declared = 0
  let xml = 0
  return ({ name, originalSize }: { name: string; originalSize: number }) => {
    names.add(name)
    entries += 1
    declared += originalSize
    const isWanted = partsWithWords.test(name)
    if (isWanted) xml += originalSize
    if (entries > limits.entries || declared > limits.declaredBytes || xml > limits.xmlBytes) throw new TooMuch()
    return isWanted
  }
}

function otherZip(names: ReadonlySet<string>): UnreadableReason {
  if (names.size === 0) return 'damaged'
  return [...names].some(name => /^(xl|ppt)\//.test(name)) ? 'other-office' : 'other-zip'
}
