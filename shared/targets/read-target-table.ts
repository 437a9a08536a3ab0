import type { CellProblem, TargetCell } from '../contract/target-contract'
import type { DescribedMeasure } from '../records/describe-measures'
import {
  type ExpectedColumn,
  inOrder,
  type PlacedProblem,
  type PlacedRow,
  placeColumns,
  unitColumn,
} from '../tables/place-columns'
import { readCount } from '../tables/read-cells'
import type { TableAsRead } from '../tables/table-as-read'
import { unitFinder } from '../tables/unit-finder'
import { isAsked, type TargetGrid } from './target-grid'

/** What a filled 目标任务分解表 says. With any problem nothing of it may count. */
export interface StatedTargets {
  problems: CellProblem[]
  units: number
  /** Every cell of the table's units and columns; null where it is blank, which means no number. */
  cells: Omit<TargetCell, 'from'>[]
}

/** Reads the table against the units and measures of the cycle and tells every fault by its cell. */
export function readTargetTable(table: TableAsRead, { measures, units }: TargetGrid): StatedTargets {
  const placed = placeColumns(table, measures.map(columnOf))
  const problems: PlacedProblem[] = [...placed.problems, ...obstacles(placed)]
  const find = unitFinder(units)
  const firstRows = new Map<string, number>()
  const cells: StatedTargets['cells'] = []
  for (const row of placed.rows) {
    const found = find(row.unitName)
    const first = 'unit' in found ? firstRows.get(found.unit.unitId) : undefined
    const wrong = 'wrong' in found ? found.wrong : first && `“${found.unit.name}”在第${first}行已经有了。`
    if (wrong) problems.push({ row: row.row, column: placed.columns.get(unitColumn) ?? 0, message: wrong })
    else if ('unit' in found) firstRows.set(found.unit.unitId, row.row)
    for (const measure of measures) {
      const column = placed.columns.get(measure.measure)
      if (column === undefined) continue
      const read = readCell(row, measure, 'unit' in found ? found.unit : null)
      if ('wrong' in read) problems.push({ row: row.row, column, message: read.wrong })
      else if (read.cell) cells.push(read.cell)
    }
  }
  return { problems: inOrder(problems), units: firstRows.size, cells }
}

function columnOf({ measure, name, unit }: DescribedMeasure): ExpectedColumn {
  return { id: measure, names: [name, `${name}（${unit}）`] }
}

function readCell(
  { cells }: PlacedRow,
  measure: DescribedMeasure,
  unit: TargetGrid['units'][number] | null,
): { wrong: string } | { cell: StatedTargets['cells'][number] | null } {
  const read = readCount(cells.get(measure.measure), `“${measure.name}”的任务数`, measure.unit)
  if ('wrong' in read) return read
  if (unit === null) return { cell: null }
  if (isAsked(measure, unit.audience))
    return { cell: { unitId: unit.unitId, measure: measure.measure, to: read.value } }
  return read.value === null
    ? { cell: null }
    : { wrong: `“${unit.name}”的评分细则里没有“${measure.name}”这个任务，不能填。` }
}

/** What keeps the whole table from saying anything. */
function obstacles({ rows, columns, problems }: ReturnType<typeof placeColumns>): PlacedProblem[] {
  if (columns.size === 0) return []
  if ([...columns.keys()].every(id => id === unitColumn) && problems.length === 0) {
    return [{ row: 0, column: 0, message: '没有找到任务的列。请用下载的模板填。' }]
  }
  return rows.length === 0 ? [{ row: 0, column: 0, message: '表里没有单位。' }] : []
}
