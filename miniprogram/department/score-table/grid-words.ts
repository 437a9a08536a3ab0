import { type Hundredths, printPoints } from '#shared/scoring/points'
import { figureOf } from '../../components/record-trail/evaluation-of'
import type { CellPlace } from '../../components/score-grid/grid-movement'
import type { GridColumnView, GridRowView } from '../../components/score-grid/grid-view'
import { decisionProblem } from '../../components/scoring/review-draft'
import { cellKind, cellScore, cellText, type GridCell, type GridColumn, type GridRow, rowSum } from './grid-model'

/** A cell that needs somebody: where it is, and what about it. */
export interface CellToLookAt {
  at: CellPlace
  /** 柳林镇第7项 4.3，每步是 0.5 分 */
  words: string
}

/** What 定分 would take, what it cannot take yet, and what stands in the way of nothing but itself. */
export interface GridWork {
  ready: GridCell[]
  unfinished: CellToLookAt[]
  bad: CellToLookAt[]
}

export function gridWork(rows: readonly GridRow[], columns: readonly GridColumn[], step: Hundredths): GridWork {
  const work: GridWork = { ready: [], unfinished: [], bad: [] }
  for (const [row, { name, open, cells }] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const head = columns[column]
      if (!head?.mine || !open) continue
      const { item } = head
      const where = `${name}第${item.number}项`
      const at = { row, column }
      if (cell.bad) work.bad.push({ at, words: `${where} ${cell.bad.text}，${cell.bad.message}` })
      else if (cell.draft) {
        const problem = decisionProblem(item, step, cell.self, cell.draft, figureOf(item, cell.records))
        if (problem) work.unfinished.push({ at, words: `${name}${problem.message}` })
        else work.ready.push(cell)
      }
    }
  }
  return work
}

export function columnViews(columns: readonly GridColumn[]): GridColumnView[] {
  return columns.map(({ item, mine }) => ({
    key: item.id,
    title: `第${item.number}项`,
    note: mine ? `${printPoints(item.points)}分` : '只能看',
    text: item.text,
    readOnly: !mine,
  }))
}

const drawn = new WeakMap<GridRow, { columns: readonly GridColumn[]; view: GridRowView }>()

/** How a row looks; the same object as long as the row is the same, so that it is not drawn again. */
export function rowView(row: GridRow, columns: readonly GridColumn[]): GridRowView {
  const known = drawn.get(row)
  if (known?.columns === columns) return known.view
  const sum = row.open ? rowSum(row, columns) : null
  const view: GridRowView = {
    key: row.unitId,
    name: row.name,
    state: row.state,
    closed: row.open ? null : '还没有报送，报送后就能评分',
    cells: row.cells.map(cell => ({
      text: cellText(cell),
      kind: cellKind(cell),
      explained: cellScore(cell).reasons.length > 0,
    })),
    sum: sum === null ? '' : printPoints(sum),
  }
  drawn.set(row, { columns, view })
  return view
}

/** What a paste did, in one line. */
export function pasteInWords(pasted: { taken: number; closed: number; outside: number }): string {
  const words = [`贴了${pasted.taken}格`]
  if (pasted.closed > 0) words.push(`${pasted.closed}格没有贴：单位还没有报送，或不由您评分`)
  if (pasted.outside > 0) words.push(`${pasted.outside}格超出了表`)
  return words.join('，')
}
