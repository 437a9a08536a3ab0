import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'

/** A node of mammoth's document tree, of which every field is looked at before it is believed. */
export type Node = object

/**
 * The tree that mammoth makes of a document's main part: paragraphs, runs, tables with cells and their spans, 修订 as if
 * accepted. It is given a .docx of this part alone, so that it meets nothing that was not looked at, and its HTML is not
 * made. Rejects where the XML is broken.
 */
export async function documentTree(mainXml: string): Promise<Node> {
  let tree: Node = {}
  await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync({ 'word/document.xml': strToU8(mainXml) }, { level: 0 })) },
    {
      includeEmbeddedStyleMap: false,
      transformDocument: document => {
        tree = document
        return { ...document, children: [] }
      },
    },
  )
  return tree
}

export function typeOf(node: Node): unknown {
  return 'type' in node ? node.type : undefined
}

export function childrenOf(node: Node): Node[] {
  if (!('children' in node) || !Array.isArray(node.children)) return []
  return node.children.filter((child): child is Node => typeof child === 'object' && child !== null)
}

/** The node and everything below it, in the order of the document. */
export function* allNodes(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* allNodes(child)
}

/** The value of a text node: exactly what stands in one `w:t`. */
export function textValue(node: Node): string {
  return 'value' in node && typeof node.value === 'string' ? node.value : ''
}

/** How many columns or rows a cell covers. Word allows 63 columns; a file that claims more would only fill memory. */
export function spanOf(node: Node, direction: 'colSpan' | 'rowSpan'): number {
  const span: unknown = Object.getOwnPropertyDescriptor(node, direction)?.value
  const most = direction === 'colSpan' ? 63 : 10_000
  return typeof span === 'number' && span >= 1 ? Math.min(Math.floor(span), most) : 1
}
