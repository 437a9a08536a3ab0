import { strFromU8, unzipSync } from 'fflate'
import type { UnreadableReason } from '#shared/rubric-import/unreadable'
import { areAsPacked } from './zip-checksums'

/** The XML of a Word file that holds words. */
export interface WordParts {
  /** The text itself. */
  main: string
  /** Headers, footers, notes and comments, by the name of the part: header1, footnotes. */
  aside: Record<string, string>
}

/** A rubric of a hundred pages stays below each of these; what is above would cost memory before it is even looked at. */
export const limits = { fileBytes: 20_000_000, entries: 2000, declaredBytes: 200_000_000, xmlBytes: 6_000_000 }

const mainPart = /^word\/document\d*\.xml$/
const asidePart = /^word\/((?:header|footer)\d*|footnotes|endnotes|comments)\.xml$/

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
    if (!areAsPacked(unzipped, bytes)) return { reason: 'damaged' }
    const texts = Object.entries(unzipped).map(([name, part]): [string, string] => [name, strFromU8(part)])
    const main = texts.find(([name]) => mainPart.test(name))?.[1]
    if (main === undefined) return { reason: otherZip(names) }
    // Word never writes a DTD; one can only be there to make a reader fetch or multiply something.
    if (texts.some(([, xml]) => /<!(DOCTYPE|ENTITY)/i.test(xml))) return { reason: 'unsafe' }
    const aside = texts.flatMap(([name, xml]) => {
      const part = asidePart.exec(name)?.[1]
      return part === undefined ? [] : [[part, xml] as const]
    })
    return { parts: { main, aside: Object.fromEntries(aside) } }
  } catch (error) {
    return { reason: error instanceof TooMuch ? 'unsafe' : 'damaged' }
  }
}

function countedFilter(names: Set<string>) {
  let entries = 0
  let declared = 0
  let xml = 0
  return ({ name, originalSize }: { name: string; originalSize: number }) => {
    names.add(name)
    entries += 1
    declared += originalSize
    const isWanted = mainPart.test(name) || asidePart.test(name)
    if (isWanted) xml += originalSize
    if (entries > limits.entries || declared > limits.declaredBytes || xml > limits.xmlBytes) throw new TooMuch()
    return isWanted
  }
}

function otherZip(names: ReadonlySet<string>): UnreadableReason {
  if (names.size === 0) return 'damaged'
  return [...names].some(name => /^(xl|ppt)\//.test(name)) ? 'other-office' : 'other-zip'
}
