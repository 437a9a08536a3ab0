import type { AnnexAsRead, ItemAsRead, Remark } from './annex-as-read'
import { type Column, type ColumnRole, cellsByColumn, isAcross } from './columns'
import type { GridCell } from './grid'
import { categoryWithPoints, itemWithPoints, pointsAlone } from './points-as-written'
import { squeeze } from './squeeze'

export interface RowToRead {
  /** All cells that stand in the row; those merged from above begin in an earlier row. */
  cells: readonly GridCell[]
  row: number
  /** 第2张表第7行 */
  place: string
}

const totalOrNote = /^(合计|总计|总分|小计|备注|说明|注[:：])/u
const totalAlone = /^(合计|总计|总分|小计)[（(:：]?[\d.]{0,7}分?[）)]?$/u
/** A name that runs over the whole table is short; what is longer is a note. */
const longestName = 20

/**
 * Puts one row of the table into the annex: begins or continues a category, adds an item. Answers the cells whose words
 * found no place; those that run across the table may be the heading of what follows.
 */
export function readRow(
  { cells, row, place }: RowToRead,
  columns: readonly Column[],
  annex: AnnexAsRead,
): { unplaced: GridCell[]; across: GridCell[] } {
  const own = cells.filter(cell => cell.row === row && squeeze(cell.text) !== '')
  const [wide] = own.filter(cell => isAcross(cell, cells, columns))
  if (wide) return readAcross(wide, own, annex)

  const { byRole, others } = cellsByRole({ cells, row, place }, columns)
  const ownWords = (role: ColumnRole) => own.find(cell => cell === byRole.get(role))
  const category = ownWords('category')
  const content = ownWords('content')
  if (totalOrNote.test(squeeze(category?.text ?? '')) || totalAlone.test(squeeze(content?.text ?? ''))) {
    return { unplaced: own, across: [] }
  }

  const placed = new Set<GridCell | undefined>(
    [ownWords('number')].filter(cell => /^\d*$/.test(squeeze(cell?.text ?? ''))),
  )
  if (category && (content || categoryWithPoints(squeeze(category.text)).points !== null)) {
    beginCategory(annex, squeeze(category.text), place)
    placed.add(category)
  }
  const extraPoints = others.find(cell => pointsAlone(squeeze(cell.text)) !== null)
  const pointsCell = byRole.get('points') ?? extraPoints
  if (content) {
    addItem(annex, { content, basis: byRole.get('basis'), pointsCell, department: byRole.get('department'), place })
    for (const cell of [content, byRole.get('basis'), byRole.get('department')]) placed.add(cell)
    if (pointsCell && pointsAlone(squeeze(pointsCell.text)) !== null) placed.add(pointsCell)
  } else if (continuesItem(byRole.get('content'), row)) {
    if (addToBasis(annex, ownWords('basis'), place)) placed.add(ownWords('basis'))
  }
  return { unplaced: own.filter(cell => !placed.has(cell)), across: [] }
}

/** 党政重视（10分） as a line across the table begins a category; anything else may still turn out to be a title. */
function readAcross(wide: GridCell, own: GridCell[], annex: AnnexAsRead): { unplaced: GridCell[]; across: GridCell[] } {
  const words = squeeze(wide.text)
  const { words: name, points } = categoryWithPoints(words)
  if (points === null || name === '' || name.length > longestName || totalOrNote.test(words)) {
    return { unplaced: [], across: own }
  }
  beginCategory(annex, words, wide.place)
  return { unplaced: own.filter(cell => cell !== wide), across: [] }
}

function cellsByRole({ cells, row }: RowToRead, columns: readonly Column[]) {
  const byRole = new Map<ColumnRole, GridCell>()
  const others: GridCell[] = []
  for (const [column, cell] of cellsByColumn(cells, columns)) {
    if (column?.role && !byRole.has(column.role)) byRole.set(column.role, cell)
    else if (cell.row === row) others.push(cell)
  }
  return { byRole, others }
}

function continuesItem(content: GridCell | undefined, row: number): boolean {
  return content !== undefined && content.row < row && squeeze(content.text) !== ''
}

/** A name that equals the one before continues it: a page was cut there, and its points count once. */
function beginCategory(annex: AnnexAsRead, cell: string, documentPlace: string): void {
  const { words: name, points } = categoryWithPoints(cell)
  const last = annex.categories.at(-1)
  if (!last || (name !== '' && name !== last.name)) {
    annex.categories.push({ name, points, departments: [], items: [] })
    return
  }
  if (last.points === null) last.points = points
  else if (points !== null && points !== last.points) {
    const path = ['categories', annex.categories.length - 1, 'points']
    const message = `写了两个分值，${last.points}分和${points}分，请看该是哪一个`
    annex.remarks.push({ kind: 'points', weight: 'must', path, documentPlace, message })
  }
}

interface ItemCells {
  content: GridCell
  basis: GridCell | undefined
  pointsCell: GridCell | undefined
  department: GridCell | undefined
  place: string
}

function addItem(annex: AnnexAsRead, { content, basis, pointsCell, department, place }: ItemCells): void {
  if (annex.categories.length === 0) annex.categories.push({ name: '', points: null, departments: [], items: [] })
  const category = annex.categories.at(-1)
  if (!category) return
  const { words, points } = itemWithPoints(squeeze(content.text))
  const beside = pointsAlone(squeeze(pointsCell?.text ?? ''))
  const item: ItemAsRead = {
    text: words,
    points: points ?? beside,
    basis: squeeze(basis?.text ?? ''),
    departmentCell: department?.text ?? '',
    departments: [],
    place,
  }
  category.items.push(item)
  if (points !== null && beside !== null && points !== beside) {
    annex.remarks.push(onItem(annex, 'points', 'points', `的文字里写${points}分，分值栏写${beside}分，请看该是哪一个`))
  }
}

function addToBasis(annex: AnnexAsRead, basis: GridCell | undefined, place: string): boolean {
  const item = annex.categories.at(-1)?.items.at(-1)
  if (!item || !basis) return false
  item.basis += squeeze(basis.text)
  annex.remarks.push(onItem(annex, 'basis', 'layout', `的评分细则是两格连起来的（${place}），请看对不对`))
  return true
}

function onItem(annex: AnnexAsRead, key: string, kind: Remark['kind'], message: string): Remark {
  const items = annex.categories.at(-1)?.items ?? []
  const path = ['categories', annex.categories.length - 1, 'items', items.length - 1, key]
  return {
    kind,
    weight: kind === 'points' ? 'must' : 'look',
    path,
    documentPlace: items.at(-1)?.place ?? null,
    message,
  }
}
