import type { ReadBlock, ReadCell } from '#shared/rubric-import/document-as-read'
import { childrenOf, type Node, spanOf, textValue, typeOf } from './document-tree'

/** Paragraphs and tables of the document in their order, each with the place by which a person finds it again. */
export function readBlocks(document: Node): ReadBlock[] {
  const blocks: ReadBlock[] = []
  let paragraphs = 0
  let tables = 0
  for (const node of childrenOf(document).flatMap(unwrapped)) {
    if (typeOf(node) === 'table') {
      tables += 1
      blocks.push({ kind: 'table', place: `第${tables}张表`, rows: readRows(node) })
    } else {
      paragraphs += 1
      blocks.push({ kind: 'paragraph', place: `正文第${paragraphs}段`, text: wordsOf(node) })
    }
  }
  return blocks
}

/** A table of one cell is a frame around the text: what stands in it counts as standing outside. */
function unwrapped(node: Node): Node[] {
  if (typeOf(node) !== 'table') return [node]
  const [row, ...otherRows] = childrenOf(node).filter(child => typeOf(child) === 'tableRow')
  const [cell, ...otherCells] = row ? childrenOf(row) : []
  const isFrame = cell && otherRows.length === 0 && otherCells.length === 0
  return isFrame ? childrenOf(cell).flatMap(unwrapped) : [node]
}

/** Bookmarks also stand between rows and between cells; only rows and cells are read as such. */
function readRows(table: Node): ReadCell[][] {
  return childrenOf(table)
    .filter(node => typeOf(node) === 'tableRow')
    .map(row =>
      childrenOf(row)
        .filter(node => typeOf(node) === 'tableCell')
        .map(cell => ({
          text: wordsOf(cell),
          columnSpan: spanOf(cell, 'colSpan'),
          rowSpan: spanOf(cell, 'rowSpan'),
        })),
    )
}

/** Text with its line breaks. Paragraphs, and the cells of a table inside a cell, are lines of their own. */
function wordsOf(node: Node): string {
  switch (typeOf(node)) {
    case 'text':
      return textValue(node)
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'checkbox':
      return 'checked' in node && node.checked === true ? '☑' : '☐'
    case 'paragraph':
    case 'run':
    case 'hyperlink':
      return childrenOf(node).map(wordsOf).join('')
    default:
      return childrenOf(node).map(wordsOf).join('\n')
  }
}
