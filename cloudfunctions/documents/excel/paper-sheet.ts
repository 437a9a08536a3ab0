import { type Borders, type Cell, type DataValidation, type Fill, Workbook, type Worksheet } from 'exceljs'
import { idInTemplate } from '#shared/tables/place-columns'

const line = { style: 'thin' as const, color: { argb: 'FF808080' } }
const borders: Partial<Borders> = { top: line, left: line, bottom: line, right: line }
const fills = { heading: solid('FFEDF2F7'), notAsked: solid('FFD9D9D9') }

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

export function newWorkbook(): Workbook {
  const workbook = new Workbook()
  workbook.creator = '县总工会'
  workbook.lastModifiedBy = '县总工会'
  return workbook
}

export interface PaperSheet {
  name: string
  title: string
  columns: readonly { id: string; width: number }[]
  /** Rows of the heading below the title and the hidden row. */
  headingRows: number
  /** Columns that stay in sight. */
  frozenColumns: number
}

/** Where the hidden row of ids lies: right below the title, above the heading. */
const idRow = 2
export const headingRow = 3

/**
 * A sheet for screen and paper: A4 across, as wide as the page, heading and first columns on every page and always in
 * sight. A hidden row names the columns by id, so that the file is understood however its heading was changed.
 */
export function addPaperSheet(workbook: Workbook, paper: PaperSheet): Worksheet {
  const { name, title, columns, headingRows, frozenColumns } = paper
  const lastHeadingRow = headingRow + headingRows - 1
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: lastHeadingRow, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `1:${lastHeadingRow}`,
    },
    headerFooter: { oddFooter: '&C第&P页　共&N页' },
  })
  for (const [index, { id, width }] of columns.entries()) {
    sheet.getColumn(index + 1).width = width
    sheet.getRow(idRow).getCell(index + 1).value = idInTemplate(id)
  }
  sheet.getRow(idRow).hidden = true
  sheet.mergeCells(1, 1, 1, columns.length)
  const titleCell = sheet.getCell(1, 1)
  titleCell.value = title
  titleCell.font = { name: '方正小标宋简体', size: 18 }
  titleCell.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 36
  return sheet
}

export function writeHeading(cell: Cell, text: string): void {
  cell.value = text
  cell.font = { name: '黑体', size: 11 }
  cell.fill = fills.heading
  cell.border = borders
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
}

export function writeCell(cell: Cell, value: string | number | null, align: 'left' | 'center'): void {
  cell.value = value
  cell.font = { name: '宋体', size: 11 }
  cell.border = borders
  cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true }
}

/** A cell that nobody fills: grey, with a dash, on paper too. */
export function writeNotAsked(cell: Cell): void {
  writeCell(cell, '—', 'center')
  cell.font = { name: '宋体', size: 11, color: { argb: 'FF808080' } }
  cell.fill = fills.notAsked
  cell.dataValidation = refusing({ type: 'custom', formulae: ['FALSE'] }, '这个单位的评分细则里没有这个任务，不用填。')
}

/** Excel itself says what is wrong, while the cell is typed. */
export function refusing(rule: Pick<DataValidation, 'type' | 'formulae'>, message: string): DataValidation {
  return {
    operator: 'between',
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '填得不对',
    error: message,
    ...rule,
  }
}

export const countRule = refusing({ type: 'decimal', formulae: [0, 1_000_000] }, '只写数字，不小于0，最多两位小数。')

/** 填表说明: a line a row, with the file. */
export function addNotes(workbook: Workbook, lines: readonly string[]): void {
  const sheet = workbook.addWorksheet('填表说明', {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
  })
  sheet.getColumn(1).width = 76
  for (const [index, text] of ['填表说明', ...lines].entries()) {
    const cell = sheet.getCell(index + 1, 1)
    cell.value = index === 0 ? text : `${index}．${text}`
    cell.font = index === 0 ? { name: '黑体', size: 14 } : { name: '宋体', size: 11 }
    cell.alignment = { vertical: 'top', wrapText: true }
    sheet.getRow(index + 1).height = Math.ceil(halfWidths(text) / 74) * 17 + 6
  }
}

/** How many half-width signs take as much room: a Chinese one takes two. */
function halfWidths(text: string): number {
  return [...text].reduce((width, sign) => width + (sign < '\u2000' ? 1 : 2), 0)
}

export async function bytesOf(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
