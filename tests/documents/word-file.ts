import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'

const { DOMParser } = new JSDOM('').window

/** One cell as Word stores it. `merge` is what stands in `w:vMerge`: the first cell of a chain restarts it. */
export interface WordCell {
  text: string
  lines: string[]
  span: number
  merge: 'restart' | 'continue' | null
  width: number
}
export interface WordRow {
  cells: WordCell[]
  isHeading: boolean
  cannotSplit: boolean
}
export interface WordFile {
  /** The paragraphs outside the table, in order. */
  lines: string[]
  grid: number[]
  rows: WordRow[]
  page: { width: number; height: number; left: number; right: number }
  /** Every `w:eastAsia` of `w:rFonts`. */
  chineseFonts: Set<string>
  footer: string
}

/** Opens a .docx as Word does: unzips it and reads its XML, knowing nothing of the library that wrote it. */
export function readWordFile(bytes: Uint8Array): WordFile {
  const parts = unzipSync(bytes)
  const partOf = (name: string) => {
    const part = parts[name]
    if (!part) throw new Error(`the file has no ${name}`)
    return new DOMParser().parseFromString(strFromU8(part), 'application/xml')
  }
  const body = partOf('word/document.xml')
  const size = one(body, 'w:pgSz')
  const margins = one(body, 'w:pgMar')
  return {
    lines: all(body, 'w:p')
      .filter(paragraph => !paragraph.closest('tbl'))
      .map(textOf),
    grid: all(body, 'w:gridCol').map(column => number(column, 'w:w')),
    rows: all(body, 'w:tr').map(readRow),
    page: {
      width: number(size, 'w:w'),
      height: number(size, 'w:h'),
      left: number(margins, 'w:left'),
      right: number(margins, 'w:right'),
    },
    chineseFonts: new Set(all(body, 'w:rFonts').flatMap(fonts => fonts.getAttribute('w:eastAsia') ?? [])),
    footer: textOf(partOf('word/footer1.xml').documentElement),
  }
}

function readRow(row: Element): WordRow {
  return {
    cells: all(row, 'w:tc').map(readCell),
    isHeading: all(row, 'w:tblHeader').length > 0,
    cannotSplit: all(row, 'w:cantSplit').length > 0,
  }
}

function readCell(cell: Element): WordCell {
  const [merge] = all(cell, 'w:vMerge')
  const [span] = all(cell, 'w:gridSpan')
  const lines = all(cell, 'w:p').map(textOf)
  return {
    text: lines.join(''),
    lines,
    span: span ? number(span, 'w:val') : 1,
    merge: merge ? (merge.getAttribute('w:val') === 'restart' ? 'restart' : 'continue') : null,
    width: number(one(cell, 'w:tcW'), 'w:w'),
  }
}

function textOf(element: Element): string {
  return all(element, 'w:t')
    .map(text => text.textContent ?? '')
    .join('')
}

function all(root: Document | Element, name: string): Element[] {
  return [...root.getElementsByTagName(name)]
}

function one(root: Document | Element, name: string): Element {
  const [element] = all(root, name)
  if (!element) throw new Error(`no ${name}`)
  return element
}

function number(element: Element, attribute: string): number {
  return Number(element.getAttribute(attribute))
}
