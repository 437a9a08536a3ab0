/**
 * Elements of Word that hold no words and tell nothing of a table's shape: how things look, where a page happened to end,
 * spelling marks, and bookmarks, which between two rows would make the reader give up the merges of the whole table.
 */
const looks = new Set(
  `rFonts sz szCs b bCs i iCs u color highlight lang kern spacing position w fitText jc ind shd snapToGrid widowControl
  keepNext keepLines pageBreakBefore adjustRightInd autoSpaceDE autoSpaceDN overflowPunct topLinePunct textAlignment
  outlineLvl tcW vAlign noWrap hideMark top left bottom right start end insideH insideV tblW tblInd tblLook tblLayout
  tblStyle pStyle rStyle gridCol trHeight cantSplit tblHeader pgSz pgMar cols docGrid proofErr lastRenderedPageBreak
  bookmarkStart bookmarkEnd`.split(/\s+/),
)

/**
 * What the tree of a document costs grows with these; the four annexes have 6,000 marks. `elements` counts before, the rest after.
 */
const most = { elements: 400_000, bytes: 1_500_000, marks: 60_000, namespaces: 500 }

/**
 * The main part without what only says how it looks, a tenth of its size: the tree of a document takes some hundred times
 * the memory of its XML. References to other parts are taken out, so that nothing outside is needed or reached. Null where
 * even so it is longer than any rubric.
 */
export function leanXml(xml: string): string | null {
  if (count(xml, '<') > most.elements) return null
  const lean = xml
    .replace(/<w:(\w+)(?:\s[^<>]*)?\/>/g, (element, name: string) => (looks.has(name) ? '' : element))
    .replace(/\s(?:w:rsid\w*|w14:\w+|r:\w+)="[^"<>]*"/g, '')
    .replace(/<w:(rPr|pPr|tcPr)><\/w:\1>/g, '')
  if (lean.length > most.bytes || count(lean, '<') + count(lean, '="') > most.marks) return null
  return count(lean, 'xmlns') > most.namespaces ? null : withLeadingCells(lean)
}

/** A row may begin further to the right, with no cell before; the reader of the tree would move it to the left. */
function withLeadingCells(xml: string): string {
  const end = '</w:trPr>'
  return xml
    .split(end)
    .map((piece, index, pieces) => {
      if (index === pieces.length - 1) return piece
      const [, columns] = /<w:gridBefore w:val="(\d{1,2})"/.exec(piece.slice(piece.lastIndexOf('<w:trPr'))) ?? []
      const cell = `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`
      return `${piece}${end}${columns === undefined ? '' : cell}`
    })
    .join('')
}

function count(text: string, mark: string): number {
  let times = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) times += 1
  return times
}
