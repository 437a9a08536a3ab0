/** What a Word file holds, in its order, before anybody asks what it means. Words as written, line breaks as \n. */
export interface DocumentAsRead {
  blocks: ReadBlock[]
  /** Words outside the text: headers, footers, footnotes, text boxes, comments. */
  aside: { place: string; words: string }[]
  /** Whole sentences about the file. */
  notices: string[]
}

export type ReadBlock = ReadParagraph | ReadTable

export interface ReadParagraph {
  kind: 'paragraph'
  /** 正文第4段 */
  place: string
  text: string
}

export interface ReadTable {
  kind: 'table'
  /** 第2张表 */
  place: string
  /** A row lists the cells that begin in it, left to right; one that is merged from above is not listed again. */
  rows: ReadCell[][]
}

export interface ReadCell {
  text: string
  columnSpan: number
  rowSpan: number
}
