import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { areAsPacked } from '../word/zip-checksums'

/**
 * A county's table stays far below each of these. A library that reads Excel files takes some twenty times the memory of
 * their XML, so that what is above is refused before anything is inflated, or before the library sees it.
 */
export const limits = {
  entries: 2000,
  declaredBytes: 200_000_000,
  xmlBytes: 12_000_000,
  cells: 60_000,
  mergedCells: 100_000,
  lastRow: 20_000,
}

/** The parts that hold numbers and words. Pictures, charts, comments and printer settings are never inflated. */
const wanted =
  /^(\[Content_Types\]|_rels\/|xl\/workbook|xl\/_rels\/workbook|xl\/styles|xl\/sharedStrings|xl\/worksheets\/sheet\d+)\S*$/
const sheetPart = /^xl\/worksheets\/sheet\d+\.xml$/

/** Stops the walk through a zip directory that lists more than any table has. */
class TooMuch extends Error {}

export type LeanWorkbook = { bytes: Uint8Array } | { reason: 'unreadable' | 'too-long' }

/**
 * An .xlsx with only its filled cells: what people format down to the last row is empty, and would be held cell by cell.
 * Sizes are looked at in the zip's directory before a byte is inflated; a part that lies about its size is cut off at
 * what it declared, and then found out by its checksum. Never throws.
 */
export function leanWorkbook(bytes: Uint8Array): LeanWorkbook {
  try {
    const parts = unzipSync(bytes, { filter: countedFilter() })
    if (!isWhole(parts) || !areAsPacked(parts, bytes)) return { reason: 'unreadable' }
    const lean: Record<string, Uint8Array> = {}
    let cells = 0
    for (const [name, part] of Object.entries(parts)) {
      const xml = strFromU8(part)
      // Excel never writes a DTD; one can only be there to make a reader fetch or multiply something.
      if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return { reason: 'unreadable' }
      if (!sheetPart.test(name)) {
        lean[name] = part
        continue
      }
      const filled = withoutEmptyCells(xml)
      cells += filled.split('<c ').length - 1
      if (cells > limits.cells || isTooWide(filled)) return { reason: 'too-long' }
      lean[name] = strToU8(filled)
    }
    return { bytes: zipSync(lean, { level: 0 }) }
  } catch (error) {
    return { reason: error instanceof TooMuch ? 'too-long' : 'unreadable' }
  }
}

/** Without its words a cell would be read as the number of a word, without its styles a day as a number. */
function isWhole(parts: Readonly<Record<string, Uint8Array>>): boolean {
  const needed = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml']
  const sheets = Object.entries(parts).filter(([name]) => sheetPart.test(name))
  const hasWords = sheets.some(([, part]) => strFromU8(part, true).includes(' t="s"'))
  return [...needed, ...(hasWords ? ['xl/sharedStrings.xml'] : [])].every(name => name in parts) && sheets.length > 0
}

function countedFilter() {
  let entries = 0
  let declared = 0
  let xml = 0
  return ({ name, originalSize }: { name: string; originalSize: number }) => {
    const isWanted = wanted.test(name)
    entries += 1
    declared += originalSize
    if (isWanted) xml += originalSize
    if (entries > limits.entries || declared > limits.declaredBytes || xml > limits.xmlBytes) throw new TooMuch()
    return isWanted
  }
}

function withoutEmptyCells(xml: string): string {
  return xml
    .replace(/<c (?:[^<>]*[^<>/])?(?:\/>|><\/c>)/g, '')
    .replace(/<row (?:[^<>]*[^<>/])?(?:\/>|>\s*<\/row>)/g, '')
}

/** Merges are held cell by cell, and rows up to the last. */
function isTooWide(xml: string): boolean {
  let merged = 0
  for (const [, reference = ''] of xml.matchAll(/<mergeCell [^<>]*ref="([^"]*)"/g)) {
    const [from = '', to = from] = reference.split(':')
    merged += (columnOf(to) - columnOf(from) + 1) * (rowOf(to) - rowOf(from) + 1)
    if (!(merged <= limits.mergedCells) || rowOf(to) > limits.lastRow) return true
  }
  for (const [, reference = ''] of xml.matchAll(/<c [^<>]*\br="([^"]*)"/g)) {
    if (rowOf(reference) > limits.lastRow) return true
  }
  return false
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? Number.NaN)
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
