import { type Cell, type CellValue as ExcelValue, Workbook, type Worksheet } from 'exceljs'
import type { CellAsRead, CellValue, RowAsRead } from '#shared/tables/table-as-read'
import type { TableAnswer } from '../tasks'
import { leanWorkbook } from './lean-workbook'

/** What a table says by its cells alone; some of the others make the reader hold a range cell by cell, or fail. */
const ignoreNodes = [
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'hyperlinks',
  'legacyDrawing',
  'picture',
  'rowBreaks',
  'tableParts',
]

/**
 * Reads one sheet of an .xlsx: the one of that name, else the first that anybody sees and that holds something. Answers
 * why where the file is none or too long; never throws, whatever the bytes are.
 */
export async function readTableFile(bytes: Uint8Array, sheetName: string): Promise<TableAnswer> {
  const lean = leanWorkbook(bytes)
  if ('reason' in lean) return { kind: lean.reason }
  const workbook = new Workbook()
  try {
    // Typed for an older Buffer than that of this Node.
    // An ArrayBuffer by its types, a Buffer in truth: so its documentation says.
    await workbook.xlsx.load(Buffer.from(lean.bytes) as unknown as ArrayBuffer, { ignoreNodes })
  } catch {
    return { kind: 'unreadable' }
  }
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible')
  const sheet =
    visible.find(({ name }) => name === sheetName) ?? visible.find(({ actualRowCount }) => actualRowCount > 0)
  if (!sheet) return { kind: 'unreadable' }
  const rows = readRows(sheet)
  return lengthOf(rows) > most ? { kind: 'too-long' } : { kind: 'read', table: { rows } }
}

/** Characters, some bytes each: what functions tell each other has an end at 6 MB, and one word may fill every cell. */
const most = 1_000_000

function lengthOf(rows: readonly RowAsRead[]): number {
  const words = rows.flatMap(({ cells }) => cells.map(({ value }) => (typeof value === 'string' ? value.length : 0)))
  return words.reduce((sum, length) => sum + length, 0)
}

function readRows(sheet: Worksheet): RowAsRead[] {
  const rows: RowAsRead[] = []
  sheet.eachRow((row, rowNumber) => {
    const cells: CellAsRead[] = []
    row.eachCell((cell, column) => {
      const value = asRead(cell.value)
      if (value !== '') cells.push({ column, value, ...(isCovered(cell) ? { covered: true as const } : {}) })
    })
    if (cells.length > 0) rows.push({ row: rowNumber, cells })
  })
  return rows
}

function isCovered(cell: Cell): boolean {
  return cell.isMerged && cell.master.address !== cell.address
}

/** Longer words are no name, date or number; what reads them says so. */
const longest = 300

/** Words, a number, a day; of a formula its result. Empty where the cell holds nothing. */
function asRead(value: ExcelValue | undefined): CellValue {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value.trim().slice(0, longest)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { fault: '日期不对' } : { date: dayOf(value) }
  if ('error' in value) return { fault: value.error }
  if ('richText' in value) return asRead(value.richText.map(({ text }) => text).join(''))
  if ('hyperlink' in value) return asRead(value.text)
  if (value.result !== undefined) return asRead(value.result)
  return { fault: '没有结果' }
}

/** The library counts Excel's days in UTC; a day that was computed may be a blink before its midnight. */
function dayOf(date: Date): string {
  return new Date(date.getTime() + 1000).toISOString().slice(0, 10)
}
