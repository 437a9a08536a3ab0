import type { Department } from '../rubric/department'
import type { AnnexAsRead, Line } from './annex-as-read'
import { type Column, columnsOf, sixRoles } from './columns'
import type { DocumentAsRead, ReadTable } from './document-as-read'
import { type GridCell, gridOf, rowPlace } from './grid'
import { nameDepartments } from './name-departments'
import { type KnownHeadings, readHeading } from './read-heading'
import { readRow } from './read-row'
import { squeeze } from './squeeze'

interface Reading {
  annexes: AnnexAsRead[]
  unplaced: Line[]
  /** Lines since the last row that was understood: the heading of an annex, or notes. */
  pending: Line[]
  /** The columns of the table that is being read; null where no heading row has been met. */
  columns: Column[] | null
  order: number
}

/**
 * Sorts a document into annexes. An annex begins at a heading row above which a 附件, title or audience stands; a heading
 * row without one only repeats the heading on a new page. What belongs to no item is answered in the order of the document.
 */
export function readAnnexes(
  document: DocumentAsRead,
  known: KnownHeadings,
  departments: readonly Department[],
): { annexes: AnnexAsRead[]; unplaced: Line[] } {
  const reading: Reading = { annexes: [], unplaced: [], pending: [], columns: null, order: 0 }
  for (const block of document.blocks) {
    if (block.kind === 'table') readTable(block, reading, known)
    else reading.pending.push(line(reading, block.place, block.text))
  }
  setAside(reading)
  for (const { place, words } of document.aside) reading.unplaced.push(line(reading, place, words))
  for (const annex of reading.annexes) nameDepartments(annex, departments)
  const unplaced = reading.unplaced.filter(({ words }) => squeeze(words) !== '').sort((a, b) => a.order - b.order)
  return { annexes: reading.annexes, unplaced }
}

function readTable(table: ReadTable, reading: Reading, known: KnownHeadings): void {
  const grid = gridOf(table)
  const isContinued = reading.pending.every(({ words }) => squeeze(words) === '')
  const hasSameColumns = Math.max(...grid.map(cells => cells.length)) === reading.columns?.length
  if (!isContinued || !hasSameColumns) reading.columns = null

  grid.forEach((cells, row) => {
    const columns = columnsOf(cells)
    const annex = reading.annexes.at(-1)
    if (columns)
      readHeadingRow(
        columns,
        cells.some(cell => cell.row < row),
        reading,
        known,
      )
    else if (!reading.columns || !annex) keep(reading, ownCells(cells, row))
    else {
      const { unplaced, across } = readRow({ cells, row, place: rowPlace(table, row) }, reading.columns, annex)
      if (across.length === 0 && ownCells(cells, row).length > 0) setAside(reading)
      keep(reading, across)
      reading.unplaced.push(...unplaced.map(cell => line(reading, cell.place, cell.text)))
    }
  })
}

/** `isSecond`: the heading has two rows, and some of its cells reach down from the first. */
function readHeadingRow(columns: Column[], isSecond: boolean, reading: Reading, known: KnownHeadings): void {
  const heading = isSecond ? null : readHeading(reading.pending, known)
  if (heading || reading.annexes.length === 0) {
    const { lines, notes, ...words } = heading ?? { lines: new Set<Line>(), notes: [], ...noHeading() }
    reading.pending = [...reading.pending.filter(pending => !lines.has(pending)), ...notes]
    reading.annexes.push({ ...words, columns: headingsOf(columns), categories: [] })
  }
  setAside(reading)
  const annex = reading.annexes.at(-1)
  if (isSecond && annex?.categories.length === 0) annex.columns = headingsOf(columns)
  const above = isSecond ? (reading.columns ?? []) : []
  const isIn = (list: readonly Column[], { place }: Column) => list.some(column => column.place === place)
  // Of two heading rows, the upper cells that name no column after all; what was unknown was shown with its own row.
  const outOfUse = [
    ...above.filter(column => isOurs(column) && !isIn(columns, column)),
    ...columns.filter(column => !isOurs(column) && !isIn(above, column)),
  ]
  for (const { place, heading: words } of outOfUse) {
    if (words !== '') reading.unplaced.push(line(reading, place, words))
  }
  reading.columns = columns
}

/** A column whose heading is kept in the annex. */
function isOurs({ role }: Column): boolean {
  return sixRoles.some(known => known === role)
}

function headingsOf(columns: readonly Column[]): string[] {
  return sixRoles.map(role => columns.find(column => column.role === role)?.heading ?? '')
}

function noHeading(): Pick<AnnexAsRead, 'annex' | 'title' | 'audienceAsWritten' | 'remarks'> {
  const message = '的表格上面没有附件号、标题和考核对象，请补上'
  const remark = { kind: 'heading', weight: 'must', path: ['annex'], documentPlace: null, message } as const
  return { annex: '', title: '', audienceAsWritten: '', remarks: [{ ...remark, path: ['annex'] }] }
}

function ownCells(cells: readonly GridCell[], row: number): GridCell[] {
  return cells.filter(cell => cell.row === row && squeeze(cell.text) !== '')
}

function keep(reading: Reading, cells: readonly GridCell[]): void {
  reading.pending.push(...cells.map(cell => line(reading, cell.place, cell.text)))
}

/** What waited as a possible heading is none. */
function setAside(reading: Reading): void {
  reading.unplaced.push(...reading.pending)
  reading.pending = []
}

function line(reading: Reading, place: string, words: string): Line {
  reading.order += 1
  return { order: reading.order, place, words }
}
