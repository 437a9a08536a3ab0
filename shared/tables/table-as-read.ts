import * as v from 'valibot'

/** What a cell holds: words, a number, a day (YYYY-MM-DD), or a formula without a result and what stands in its place. */
const CellValue = v.union([
  v.string(),
  v.number(),
  v.strictObject({ date: v.string() }),
  v.strictObject({ fault: v.string() }),
])
export type CellValue = v.InferOutput<typeof CellValue>

const CellAsRead = v.strictObject({
  /** From 1, as the row. */
  column: v.number(),
  value: CellValue,
  /** Covered by a merge that begins in another cell, whose value this is. */
  covered: v.optional(v.literal(true)),
})
export type CellAsRead = v.InferOutput<typeof CellAsRead>

/** One sheet of an Excel file as rows of cells; what is blank is left out. What the cells mean is asked elsewhere. */
export const TableAsRead = v.strictObject({
  rows: v.array(v.strictObject({ row: v.number(), cells: v.array(CellAsRead) })),
})
export type TableAsRead = v.InferOutput<typeof TableAsRead>
export type RowAsRead = TableAsRead['rows'][number]

/** 「C5」. Columns and rows count from 1. */
export function cellName(column: number, row: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row}`
}

/** Words of a cell as they are shown back, full-width signs made plain; empty where there are none. */
export function wordsOf(cell: CellAsRead | undefined): string {
  if (cell === undefined) return ''
  const { value } = cell
  if (typeof value === 'object') return 'date' in value ? value.date : value.fault
  return plain(String(value))
}

/** By which names are compared: without spaces, full-width signs made plain. */
export function nameKey(text: string): string {
  return plain(text).replace(/\s/g, '')
}

/** What people draw where there is nothing: /, — and the like. */
export function isBlank(cell: CellAsRead | undefined): boolean {
  return /^[/\\—–-]*$/.test(wordsOf(cell).replace(/\s/g, ''))
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
}
