import type { CellProblem } from '../contract/target-contract'
import {
  type ExpectedColumn,
  inOrder,
  type PlacedProblem,
  type PlacedRow,
  placeColumns,
  unitColumn,
} from '../tables/place-columns'
import { readCount, readDay, type Understood } from '../tables/read-cells'
import { type TableAsRead, wordsOf } from '../tables/table-as-read'
import { unitFinder } from '../tables/unit-finder'
import type { DescribedMeasure } from './describe-measures'
import type { EntryValue } from './record'

/** The columns of the table of a 县总记录, in their order. */
export const recordColumns = [
  { id: unitColumn, names: ['单位'] },
  { id: 'date', names: ['日期', '时间'] },
  { id: 'what', names: ['内容', '名称', '标题'] },
  { id: 'level', names: ['级别'] },
  { id: 'count', names: ['数量', '数'] },
] as const satisfies readonly ExpectedColumn[]

/** One line of the table. The row names the entry, so that the same file never adds it twice. */
export interface StatedEntry {
  row: number
  unitId: string
  value: EntryValue
}

/** Against what a table of entries is read. */
export interface RecordRoster {
  measure: DescribedMeasure
  /** All units of the cycle; the record concerns those whose annex rests on it. */
  units: readonly { unitId: string; name: string; concerned: boolean }[]
  /** What stands already, by unit. */
  standing: Readonly<Record<string, readonly EntryValue[]>>
}

/** Reads a table of entries of one measure and tells every fault by its cell. With any of them nothing may count. */
export function readRecordTable(
  table: TableAsRead,
  roster: RecordRoster,
): { problems: CellProblem[]; entries: StatedEntry[] } {
  const placed = placeColumns(table, columnsOf(roster.measure))
  const problems: PlacedProblem[] = [...placed.problems]
  const tell = (row: number, id: string, message: string) =>
    problems.push({ row, column: placed.columns.get(id) ?? 0, message })
  const find = unitFinder(roster.units)
  const known = new Map<string, string>()
  for (const [unitId, values] of Object.entries(roster.standing)) {
    for (const value of values) known.set(likeness(unitId, value), '已有的一条记录')
  }
  const entries: StatedEntry[] = []
  // Without the amounts every row would be told to lack one.
  const rows = placed.columns.has('count') ? placed.rows : []
  for (const placedRow of rows) {
    const { row } = placedRow
    const found = find(placedRow.unitName)
    const value = readEntry(placedRow, roster.measure, (id, message) => tell(row, id, message))
    if ('wrong' in found) tell(row, unitColumn, found.wrong)
    else if (!found.unit.concerned)
      tell(row, unitColumn, `“${found.unit.name}”的评分细则里没有用到“${roster.measure.name}”，不用记。`)
    else if (value) {
      const like = likeness(found.unit.unitId, value)
      const other = known.get(like)
      if (other) tell(row, unitColumn, `这一行和${other}完全一样。重复的请删掉，不是同一件事的请在内容里写明。`)
      else known.set(like, `第${row}行`)
      entries.push({ row, unitId: found.unit.unitId, value })
    }
  }
  if (placed.columns.size > 0) {
    if (!placed.columns.has('count')) tell(0, '', '没有找到“数量”这一列。请用下载的模板填。')
    if (placed.rows.length === 0) tell(0, '', '表里没有记录。')
  }
  return { problems: inOrder(problems), entries }
}

/** The amount may be headed with its unit, as in the template. */
function columnsOf({ unit }: DescribedMeasure): ExpectedColumn[] {
  return recordColumns
    .slice(1)
    .map(({ id, names: [name, ...others] }) => ({ id, names: [name, ...others, `${name}（${unit}）`] }))
}

function readEntry(
  { cells }: PlacedRow,
  { unit }: DescribedMeasure,
  tell: (id: string, message: string) => void,
): EntryValue | null {
  const read = <Value>(id: string, understood: Understood<Value>): Value | null => {
    if ('value' in understood) return understood.value
    tell(id, understood.wrong)
    return null
  }
  const words = (id: string, name: string, most: number): Understood<string> => {
    const text = wordsOf(cells.get(id))
    return [...text].length > most ? { wrong: `${name}最多${most}个字。` } : { value: text }
  }
  const date = read('date', readDay(cells.get('date')))
  const what = read('what', words('what', '内容', 100))
  const level = read('level', words('level', '级别', 20))
  const count = read('count', amountOf(cells.get('count'), unit))
  return date === null || what === null || level === null || count === null ? null : { date, what, level, count }
}

function amountOf(cell: Parameters<typeof readCount>[0], unit: string): Understood<number> {
  const read = readCount(cell, '数量', unit)
  if ('wrong' in read) return read
  return read.value === null ? { wrong: '数量没有写。' } : { value: read.value }
}

function likeness(unitId: string, { date, what, level, count }: EntryValue): string {
  return JSON.stringify([unitId, date, what, level, count])
}
