import type { DocumentAsRead } from '#shared/rubric-import/document-as-read'
import { allNodes, type Node, textValue, typeOf } from './document-tree'
import type { WordParts } from './word-parts'

const asideNames: Record<string, string> = {
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
}

/**
 * Words that stand outside the text, and words of the text that the tree does not hold. Page numbers alone are layout.
 *
 * @param main the XML of which `document` was made
 */
export function wordsAside({ main, aside }: WordParts, document: Node): DocumentAsRead['aside'] {
  const outside = Object.entries(aside).map(([part, xml]) => ({
    place: asideNames[part.replace(/\d+$/, '')] ?? part,
    words: paragraphsIn(xml).join('\n'),
  }))
  const unread = unreadWords(main, document).map(words => ({ place: '文本框、公式或域', words }))
  return [...outside, ...unread].filter(({ words }) => !/^[\s\d第页共/—–-]*$/.test(words))
}

/**
 * The reader of the tree passes over what it does not know: formulas, phonetic guides, some fields and drawings. Every
 * `w:t` becomes one text of the tree, so the difference of the two is what was passed over, word for word.
 */
function unreadWords(xml: string, document: Node): string[] {
  const read = new Map<string, number>()
  for (const node of allNodes(document)) {
    if (typeOf(node) === 'text') read.set(textValue(node), (read.get(textValue(node)) ?? 0) + 1)
  }
  const unread: string[] = []
  let isAdjacent = false
  for (const text of textsIn(asRead(xml))) {
    const times = read.get(text) ?? 0
    if (times > 0) read.set(text, times - 1)
    else if (isAdjacent) unread.push(`${unread.pop() ?? ''}${text}`)
    else unread.push(text)
    isAdjacent = times === 0
  }
  return unread
}

/** Of a drawing that is written twice, for new and old programs, the old form is read; what was moved away is not. */
function asRead(xml: string): string {
  return xml
    .replace(/<w:moveFrom\s[^<>]*[^/<>]>[\s\S]*?<\/w:moveFrom>/g, '')
    .replace(/<mc:AlternateContent(?:\s[^<>]*[^/<>])?>[\s\S]*?<\/mc:AlternateContent>/g, drawing =>
      /<mc:Fallback[\s>][\s\S]*<w:t[\s>]/.test(drawing) ? drawing.slice(drawing.indexOf('<mc:Fallback')) : drawing,
    )
}

function paragraphsIn(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map(paragraph => textsIn(paragraph).join(''))
    .filter(words => words.trim() !== '')
}

function textsIn(xml: string): string[] {
  return [...xml.matchAll(/<(?:w|m):t(?:\s[^<>]*)?>([^<]*)<\/(?:w|m):t>/g)].map(([, text = '']) => decoded(text))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]{1,6}|[a-z]+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
