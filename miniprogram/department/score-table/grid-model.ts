import type { ReviewScore } from '#shared/assessment/assessment'
import type { UnitState } from '#shared/assessment/unit-state'
import type { SelfScoreView } from '#shared/contract/assessment-contract'
import type { ByItem, ByItemUnit, DecidedReviews, DecisionView } from '#shared/contract/review-contract'
import { nothingRecorded } from '#shared/records/records-of-unit'
import type { Item, ItemId } from '#shared/rubric/rubric'
import { type Hundredths, parsePoints, printPoints } from '#shared/scoring/points'
import { figureOf, type HeldRecords } from '../../components/record-trail/evaluation-of'
import { typedProblem } from '../../components/score-grid/typed-problem'
import {
  emptyScore,
  isOpenForReview,
  sameScore,
  scoreOf,
  standingScore,
  withDeparture,
  withNotApplicable,
  withScore,
} from '../../components/scoring/review-draft'

/** One cell of the 录分表: one unit, one item. */
export interface GridCell {
  unitId: string
  itemId: ItemId
  self: SelfScoreView | null
  decision: DecisionView | null
  supplement: ByItemUnit['supplement']
  /** The reviewer's private draft where it differs from the 定分. */
  draft: ReviewScore | null
  /** What was typed or answered and cannot stand; the draft beneath it is untouched. */
  bad: { text: string; message: string } | null
  materials: number
  files: number
  /** What the county holds of the unit for this item, in sums. */
  records: HeldRecords
}

export interface GridRow {
  unitId: string
  name: string
  state: UnitState
  late: boolean
  /** Only a unit that has submitted can be scored. */
  open: boolean
  /** In the order of the columns. */
  cells: GridCell[]
}

export interface GridColumn {
  item: Item
  /** False where another department scores this joint item: read only. */
  mine: boolean
}

export type CellKind = 'empty' | 'draft' | 'decided' | 'bad'

/** Puts the items' columns side by side. Every column lists the same units in the county's order. */
export function gridRows(columns: readonly ByItem[]): GridRow[] {
  const [first] = columns
  return (first?.units ?? []).map(unit => ({
    unitId: unit.unitId,
    name: unit.name,
    state: unit.state,
    late: unit.late,
    open: isOpenForReview(unit.state),
    cells: columns.map(column => cellOf(column, unit.unitId)),
  }))
}

function cellOf(column: ByItem, unitId: string): GridCell {
  const unit = column.units.find(candidate => candidate.unitId === unitId)
  const standing = unit && standingScore(unit)
  return {
    unitId,
    itemId: column.itemId,
    self: unit?.self ?? null,
    decision: unit?.decision ?? null,
    supplement: unit?.supplement ?? null,
    draft: standing?.kind === 'draft' ? standing.score : null,
    bad: null,
    materials: unit?.materials ?? 0,
    files: unit?.files ?? 0,
    records: unit?.records ?? nothingRecorded,
  }
}

export function cellKind(cell: GridCell): CellKind {
  if (cell.bad) return 'bad'
  if (cell.draft) return 'draft'
  return cell.decision ? 'decided' : 'empty'
}

/** What stands in the cell: the draft over the 定分. */
export function cellScore(cell: GridCell): ReviewScore {
  return cell.draft ?? (cell.decision ? scoreOf(cell.decision) : emptyScore)
}

/** The words of a cell: 「4.5」, 「不涉及」, what was typed where it is bad, or nothing. */
export function cellText(cell: GridCell): string {
  if (cell.bad) return cell.bad.text
  const { score, notApplicableAgreed } = cellScore(cell)
  if (notApplicableAgreed) return '不涉及'
  return score === null ? '' : printPoints(score)
}

/**
 * What becomes of a cell when a text is typed or pasted into it. An empty text takes the draft back; a bad one stays in
 * the cell as typed, with the reason, and holds up nothing else.
 */
export function typeIntoCell(cell: GridCell, text: string, item: Item, step: Hundredths): GridCell {
  const typed = text.trim()
  if (typed === '') return { ...cell, draft: null, bad: null }
  if (typed === '不涉及' && cell.self && cell.self.notApplicable !== null)
    return withDraft(cell, withNotApplicable(cellScore(cell)))
  const message = typedProblem(typed, item.points, step)
  if (message) return { ...cell, bad: { text: typed, message } }
  const before = cellScore(cell)
  const figure = figureOf(item, cell.records)
  return withDraft(cell, withDeparture(withScore(before, parsePoints(typed), item), figure, ''))
}

/** The cell with this draft; one that only repeats the 定分 is none. */
export function withDraft(cell: GridCell, draft: ReviewScore): GridCell {
  const repeats = cell.decision ? sameScore(draft, cell.decision) : sameScore(draft, emptyScore)
  return { ...cell, draft: repeats ? null : draft, bad: null }
}

/** One cell changed, all others the same objects, so that only that row is drawn again. */
export function replaceCell(rows: readonly GridRow[], changed: GridCell): GridRow[] {
  const isIt = (cell: GridCell) => cell.unitId === changed.unitId && cell.itemId === changed.itemId
  return rows.map(row =>
    row.unitId === changed.unitId ? { ...row, cells: row.cells.map(cell => (isIt(cell) ? changed : cell)) } : row,
  )
}

/** 小计 of a row: what stands in it, and only once every own cell says something. */
export function rowSum(row: GridRow, columns: readonly GridColumn[]): Hundredths | null {
  let sum = 0
  for (const [index, column] of columns.entries()) {
    if (!column.mine) continue
    const cell = row.cells[index]
    if (!cell || cell.bad) return null
    const { score, notApplicableAgreed } = cellScore(cell)
    if (score === null && !notApplicableAgreed) return null
    sum += score ?? 0
  }
  return sum
}

/**
 * Brings the verdicts of 定分 into the grid. What went in is decided; what was refused stays a draft and says why; where
 * somebody changed the item meanwhile, the cell gets what stands now, keeps the draft, and asks to be looked at again.
 */
export function applyVerdicts(rows: readonly GridRow[], reply: DecidedReviews): GridRow[] {
  let changed = [...rows]
  for (const verdict of reply.verdicts) {
    const cell = findCell(changed, verdict.unitId, verdict.itemId)
    if (!cell) continue
    const now = reply.items[verdict.unitId]?.[verdict.itemId]
    const standing = { ...cell, self: now?.self ?? cell.self, decision: now?.decision ?? cell.decision }
    // What was typed while the call was under way stays a draft upon the new 定分.
    if (verdict.kind === 'saved')
      changed = replaceCell(changed, cell.draft ? withDraft(standing, cell.draft) : standing)
    else if (verdict.kind === 'refused') changed = replaceCell(changed, withMessage(standing, verdict.problem.message))
    else
      changed = replaceCell(
        changed,
        withMessage(
          { ...cell, self: verdict.current.self, decision: verdict.current.decision },
          verdict.problem.message,
        ),
      )
  }
  return changed.map(row => ({ ...row, state: reply.states[row.unitId] ?? row.state }))
}

function withMessage(cell: GridCell, message: string): GridCell {
  return { ...cell, bad: { text: cellText({ ...cell, bad: null }), message } }
}

export function findCell(rows: readonly GridRow[], unitId: string, itemId: ItemId): GridCell | undefined {
  return rows.find(row => row.unitId === unitId)?.cells.find(cell => cell.itemId === itemId)
}
