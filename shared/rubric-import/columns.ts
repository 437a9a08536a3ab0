import type { GridCell } from './grid'
import { squeeze } from './squeeze'

/** What a column of the table holds. The first six are those of every annex; the others stand in some counties' tables. */
export type ColumnRole = 'category' | 'content' | 'basis' | 'self' | 'score' | 'department' | 'points' | 'number'

export const sixRoles = ['category', 'content', 'basis', 'self', 'score', 'department'] as const

/** The column of a heading cell: its words squeezed, its role where the words are known, the grid columns it covers. */
export interface Column {
  heading: string
  role: ColumnRole | null
  from: number
  to: number
  place: string
}

const headings: [ColumnRole, RegExp][] = [
  ['category', /^(考[核评])?(项目|类别|项目名称)$/u],
  ['content', /^(考[核评]|考核评价|工作|评分)(内容|指标|要点|任务|事项)(及(要求|标准|分值))?$/u],
  ['basis', /^(评分|考[核评]|计分|打分)(细则|标准|办法|依据|方法)$/u],
  ['self', /^自我?评(分|得分|价)?$/u],
  ['score', /^(考[核评]|部室|县总|实际|最后)?(得分|评分)$/u],
  ['department', /^(考[核评]|牵头|评分)?(责任)?(部室|部门|科室)$/u],
  ['points', /^(分值|标准分|满分|分数|基本分)$/u],
  ['number', /^(序号|编号|序)$/u],
]

/** The columns that a heading row names, or null where the row is none. 责任部室 for 考核责任部室 on a later page is one too. */
export function columnsOf(cells: readonly GridCell[]): Column[] | null {
  const columns = cells.map(({ text, column, columnSpan, place }) => {
    const heading = squeeze(text)
    const role = headings.find(([, pattern]) => pattern.test(heading))?.[0] ?? null
    return { heading, role, from: column, to: column + columnSpan, place }
  })
  const roles = new Set(columns.flatMap(({ role }) => role ?? []))
  return roles.has('content') && roles.size >= 3 ? columns : null
}

/**
 * Which column each cell of a row belongs to. A row of as many cells as there are headings is read in order, for Word
 * draws the lines of two rows a hair apart; any other row by the grid, each cell in the column that it covers most, first
 * in one that no cell before it has taken.
 */
export function cellsByColumn(cells: readonly GridCell[], columns: readonly Column[]): [Column | null, GridCell][] {
  if (cells.length === columns.length) return cells.map((cell, index) => [columns[index] ?? null, cell])
  const taken = new Set<Column>()
  return cells.map(cell => {
    const covered = columns.filter(column => overlap(cell, column) > 0)
    const free = covered.filter(column => !taken.has(column))
    const [most = null] = (free.length > 0 ? free : covered).sort((a, b) => overlap(cell, b) - overlap(cell, a))
    if (most) taken.add(most)
    return [most, cell]
  })
}

/** A cell that runs over 项目 and 考评内容 is no item: a heading of its own, a note, a total. */
export function isAcross(cell: GridCell, cells: readonly GridCell[], columns: readonly Column[]): boolean {
  if (cells.length === columns.length) return false
  const crossed = columns.filter(({ role }) => role === 'category' || role === 'content')
  return crossed.length === 2 && crossed.every(column => overlap(cell, column) === column.to - column.from)
}

function overlap(cell: GridCell, { from, to }: Column): number {
  return Math.max(0, Math.min(cell.column + cell.columnSpan, to) - Math.max(cell.column, from))
}
