import type { CellProblem } from '../contract/target-contract'
import { shortened } from './read-cells'
import { type CellAsRead, cellName, isBlank, nameKey, type RowAsRead, type TableAsRead, wordsOf } from './table-as-read'

/** A column that is expected, by its id in the template's hidden row and by its names. */
export interface ExpectedColumn {
  id: string
  /** The first is what a sentence calls it. */
  names: readonly [string, ...string[]]
}

/** The id of the column with the units' names. */
export const unitColumn = 'unit'
const unitNames = ['单位', '单位名称', '被考核单位', '工会名称'] as const
/** Columns that people keep for themselves. */
const ignored = new Set(['序号', '编号', '附件', '类别', '考核对象类别', '备注', '说明'])
/** Rows that people add up in. */
const sums = new Set(['合计', '总计', '小计', '共计'])

/** How the hidden row of a template names its columns. */
export function idInTemplate(id: string): string {
  return `#${id}`
}

/** A row of the table by the ids of its columns. */
export interface PlacedRow {
  row: number
  /** As it is written. */
  unitName: string
  cells: ReadonlyMap<string, CellAsRead>
}

/** A table whose columns are understood, or not; then the rows that could be read are missing. */
export interface PlacedTable {
  rows: PlacedRow[]
  /** The place of each column that was found. */
  columns: ReadonlyMap<string, number>
  problems: PlacedProblem[]
}

/** A problem with its place in numbers, so that all of them can be put in order. */
export interface PlacedProblem {
  row: number
  column: number
  message: string
}

/** Finds the heading by its 单位, and each column by the template's hidden id or else by its exact name. */
export function placeColumns(table: TableAsRead, expected: readonly ExpectedColumn[]): PlacedTable {
  const marked = table.rows.find(({ cells }) => cells.some(cell => wordsOf(cell) === idInTemplate(unitColumn)))
  const names = new Set(unitNames.map(nameKey))
  const heading =
    table.rows.find(({ cells }) => cells.some(cell => names.has(nameKey(wordsOf(cell))))) ??
    table.rows.find(({ row }) => marked && row > marked.row)
  if (!heading) {
    return { rows: [], columns: new Map(), problems: [{ row: 0, column: 0, message: '没有找到写着“单位”的表头。' }] }
  }
  const below = table.rows.filter(({ row, cells }) => row > heading.row && !isSecondLine(cells, heading))
  const known = [{ id: unitColumn, names: unitNames }, ...expected]
  const ids = new Map(marked?.cells.map(cell => [cell.column, wordsOf(cell).replace(/^#/, '')]))
  const { columns, problems } = recognise(known, heading, ids, below)
  return { columns, problems, rows: below.flatMap(row => placeRow(row, columns)) }
}

/** The second line of a heading: words of the first are merged down over it. */
function isSecondLine(cells: readonly CellAsRead[], heading: RowAsRead): boolean {
  const words = new Map(heading.cells.map(cell => [cell.column, wordsOf(cell)]))
  return cells.some(cell => cell.covered && words.get(cell.column) === wordsOf(cell))
}

function recognise(
  known: readonly ExpectedColumn[],
  heading: RowAsRead,
  ids: ReadonlyMap<number, string>,
  below: readonly RowAsRead[],
): Pick<PlacedTable, 'columns' | 'problems'> {
  const columns = new Map<string, number>()
  const problems: PlacedProblem[] = []
  const headings = new Map(heading.cells.map(cell => [cell.column, wordsOf(cell)]))
  const used = new Set(below.flatMap(({ cells }) => cells.flatMap(cell => (isBlank(cell) ? [] : cell.column))))
  for (const column of [...new Set([...headings.keys(), ...ids.keys(), ...used])].sort((a, b) => a - b)) {
    const found = columnOf(known, headings.get(column) ?? '', ids.get(column))
    const tell = (message: string) => problems.push({ row: heading.row, column, message })
    if (found === 'ignored') continue
    if (found === 'nameless') {
      if (used.has(column)) tell('这一列没有表头，不知道是什么。请写上名称，或者删掉。')
    } else if ('wrong' in found) tell(found.wrong)
    else if (columns.has(found.id)) tell(`“${found.names[0]}”有两列，请只留一列。`)
    else columns.set(found.id, column)
  }
  return { columns, problems }
}

function columnOf(
  known: readonly ExpectedColumn[],
  heading: string,
  id: string | undefined,
): ExpectedColumn | { wrong: string } | 'ignored' | 'nameless' {
  const key = nameKey(heading)
  const [named, ...namesakes] = known.filter(({ names }) => names.some(name => nameKey(name) === key))
  const marked = known.find(column => column.id === id)
  // Somebody has put another heading over the template's hidden one: whose numbers these are cannot be known.
  if (marked && named && named !== marked && !namesakes.includes(marked)) {
    return { wrong: `表头写的是“${named.names[0]}”，模板里这一列是“${marked.names[0]}”。请用新下载的模板。` }
  }
  if (marked) return marked
  if (named && namesakes.length > 0) return { wrong: `叫“${named.names[0]}”的不止一项，请用下载的模板填。` }
  if (named) return named
  if (key === '') return 'nameless'
  return ignored.has(key) ? 'ignored' : { wrong: `不认识“${shortened(heading)}”这一列。请照模板改，或者删掉。` }
}

function placeRow({ row, cells }: RowAsRead, columns: ReadonlyMap<string, number>): PlacedRow[] {
  const at = new Map(cells.map(cell => [cell.column, cell]))
  const placed = new Map<string, CellAsRead>()
  for (const [id, column] of columns) {
    const cell = at.get(column)
    if (cell && !isBlank(cell)) placed.set(id, cell)
  }
  return placed.size === 0 || isAside(cells) ? [] : [{ row, unitName: wordsOf(placed.get(unitColumn)), cells: placed }]
}

/** 合计, and the lines that people sign and explain with below a table. */
function isAside(cells: readonly CellAsRead[]): boolean {
  const first = nameKey(wordsOf(cells.find(cell => !isBlank(cell))))
  return sums.has(first) || (/^(注|备注|说明|填表|制表|审核)/.test(first) && cells.every(holdsNoNumber))
}

function holdsNoNumber({ value }: CellAsRead): boolean {
  return typeof value === 'string'
}

/** In the order in which people read the table; those of the whole table first. */
export function inOrder(problems: readonly PlacedProblem[]): CellProblem[] {
  return [...problems]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, message }) => ({ cell: placeName(row, column), message }))
}

function placeName(row: number, column: number): string {
  if (row === 0) return '整张表'
  return column === 0 ? `第${row}行` : cellName(column, row)
}
