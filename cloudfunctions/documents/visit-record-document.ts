import { Paragraph, TextRun } from 'docx'
import type { VisitRecord, VisitRecordRow } from '#shared/results/visit-record'
import { cell, headingRow, row, ruledTable } from './cells'
import { landingLines, titleLine, unitLine } from './lines'
import { packPaper, sizes } from './paper'

const headings = ['项', '考评内容', '看了什么', '看到的情况']
/** In twips, in the order of the headings. */
const columnWidths = [600, 3900, 1500, 3986]
const lineToWriteOn = '　'.repeat(30)

/** 实地考核记录: one page a unit, for the pens of both sides and the unit's stamp. */
export function visitRecordDocument(record: VisitRecord): Promise<Buffer> {
  const { title, unitName, year, groupName, days, rows, toSupply } = record
  return packPaper(title, [
    titleLine(title),
    unitLine(unitName, year),
    line(`考核组：${groupName}　　日期：${days}`),
    ruledTable(columnWidths, [
      headingRow(headings.map(heading => cell([heading], { heading: true }))),
      ...rows.map(rowOf),
    ]),
    line('请补充：', 120),
    ...(toSupply.length > 0 ? toSupply.map(text => line(text)) : [writingLine(), writingLine()]),
    line('本表只记看了什么、看到的情况和要补充的，不记分。', 120),
    ...landingLines([
      '考核组组长（签字）：　　　　　　　　成员（签字）：　　　　　　　　　　　　　　　　',
      '被考核单位负责人（签字）：　　　　　　　　（工会盖章）　　　　年　　月　　日',
    ]),
  ])
}

function rowOf({ number, content, seen, found }: VisitRecordRow) {
  return row([cell([number]), cell([content], { align: 'left' }), cell([seen]), cell([found], { align: 'left' })])
}

function line(text: string, before = 0): Paragraph {
  return new Paragraph({ spacing: { before, after: 60 }, children: [new TextRun({ text, size: sizes.line })] })
}

function writingLine(): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: lineToWriteOn, underline: {}, size: sizes.line })] })
}
