import type { DocumentAsRead } from '#shared/rubric-import/document-as-read'
import type { UnreadableReason } from '#shared/rubric-import/unreadable'
import { documentTree, type Node } from './document-tree'
import { otherKind } from './file-kind'
import { leanXml } from './lean-xml'
import { readBlocks } from './read-blocks'
import { wordParts } from './word-parts'
import { wordsAside } from './words-aside'

/** No rubric has so many rows; to compare more of them with the known ones would take minutes. */
const mostRows = 2000

/**
 * Reads a .docx as paragraphs and tables. Answers why where the file is none or cannot be read; never throws, whatever
 * the bytes are.
 */
export async function readWordFile(
  bytes: Uint8Array,
): Promise<{ document: DocumentAsRead } | { reason: UnreadableReason }> {
  const reason = otherKind(bytes)
  if (reason) return { reason }
  const unzipped = wordParts(bytes)
  if ('reason' in unzipped) return unzipped
  const { main, aside } = unzipped.parts
  const lean = leanXml(main)
  if (lean === null) return { reason: 'too-long' }
  const tree = await treeOf(lean)
  if (!tree) return { reason: 'damaged' }
  const blocks = readBlocks(tree)
  const tables = blocks.filter(block => block.kind === 'table')
  if (tables.length === 0) return { reason: /<(pic:pic|v:imagedata)[\s>]/.test(main) ? 'scan' : 'no-table' }
  if (tables.reduce((rows, table) => rows + table.rows.length, 0) > mostRows) return { reason: 'too-long' }
  return { document: { blocks, aside: wordsAside({ main: lean, aside }, tree), notices: noticesOf(main) } }
}

/** Null where the XML is broken, or nested deeper than any document and the stack. */
async function treeOf(mainXml: string): Promise<Node | null> {
  try {
    return await documentTree(mainXml)
  } catch {
    return null
  }
}

function noticesOf(main: string): string[] {
  const numbered = main.match(/<w:numId w:val="[1-9]/g)?.length ?? 0
  return [
    ...(/<w:(ins|del|moveFrom|moveTo)\s/.test(main) ? ['文件里有还没接受的修订，按全部接受以后的文字读。'] : []),
    ...(numbered > 0 ? [`文件里有${numbered}段用了 Word 自动编号，编号不是文字，没有读进来，请对照原件。`] : []),
  ]
}
