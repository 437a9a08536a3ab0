import { strToU8, zipSync } from 'fflate'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** A .docx of which the body's XML is written by hand; other parts by their names. */
export function rawWordFile(body: string, parts: Record<string, string> = {}, prolog = ''): Uint8Array {
  const main = `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`
  const files = { '[Content_Types].xml': '<Types/>', 'word/document.xml': main, ...parts }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

export function paragraph(content: string): string {
  return `<w:p>${content}</w:p>`
}

/** Cells hold the content of one paragraph each. */
export function row(cells: readonly string[], rowProperties = '', cellProperties: readonly string[] = []): string {
  const written = cells.map((content, index) => {
    return `<w:tc><w:tcPr>${cellProperties[index] ?? ''}</w:tcPr>${paragraph(content)}</w:tc>`
  })
  return `<w:tr>${rowProperties}${written.join('')}</w:tr>`
}

export function table(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
}

export const headingRow = row(['项目', '考评内容', '评分细则', '自评', '得分', '考核责任部室'].map(run))

/** 附件1 with a title and an audience, as three paragraphs. */
export const headingLines = ['附件1', '全县工会工作目标考核评分细则', '（开发区、乡镇）']
  .map(run)
  .map(paragraph)
  .join('')
