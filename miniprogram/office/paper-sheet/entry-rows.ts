import type { Sheet } from '#shared/contract/assessment-contract'
import type { ReviewItem } from '#shared/contract/review-contract'
import { type DepartmentId, type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type Hundredths, printPoints } from '#shared/scoring/points'
import { figureOf } from '../../components/record-trail/evaluation-of'
import type { Entry, TypedRow } from './entry'

/** One row of the grid: the item, what the county holds of it now, and what the grid shows. */
export interface EntryRow {
  item: Item
  /** The row as the county holds it; `upon` is its revision. */
  standing: TypedRow
  selfRevision: number
  /** Whether the unit itself says 不涉及; only then may a department agree to it. */
  selfNotApplicable: boolean
  /** 按县总记录推算, beside which a department says why it writes another; null on the unit's own sheet, and where there is none. */
  figure: Hundredths | null
  shown: TypedRow
  /** Somebody typed something here that differs from what stands. */
  touched: boolean
  /** The department itself has decided it already: shown, and not typed again. */
  locked: boolean
  /** Paper that says just what stands is sent too, and confirms it: of the unit's sheet, which it may hand in. */
  confirmed: boolean
}

/** The rows of the unit's own sheet: every item of its annex. */
export function selfRows(rubric: Rubric, sheet: Pick<Sheet, 'items'>, entry: Entry): EntryRow[] {
  return itemsOf(rubric).map(item => {
    const self = sheet.items[item.id]?.self ?? null
    const standing = {
      written: self === null ? '' : printAnswer(self.score, self.notApplicable !== null),
      explanation: self?.notApplicable ?? self?.remark ?? '',
      upon: self?.revision ?? 0,
    }
    const shown = typed(standing, entry.rows[item.id])
    return { ...ofItem(item, sheet), figure: null, standing, ...shown, locked: false, confirmed: true }
  })
}

/**
 * The rows of a department's sheet: the items that it scores. What the department has decided itself a paper sheet does
 * not overwrite; what came from paper, another paper may correct.
 */
export function reviewRows(
  rubric: Rubric,
  departmentId: DepartmentId,
  county: { sheet: Pick<Sheet, 'items' | 'records'>; column: readonly ReviewItem[] },
  entry: Entry,
): EntryRow[] {
  const decided = new Map(county.column.map(({ itemId, decision }) => [itemId, decision]))
  return itemsOf(rubric)
    .filter(item => item.department === departmentId)
    .map(item => {
      const decision = decided.get(item.id) ?? null
      const standing = {
        written: decision === null ? '' : printAnswer(decision.score, decision.notApplicableAgreed),
        explanation: decision?.reasons[0]?.phrase ?? decision?.departure ?? decision?.comment ?? '',
        upon: decision?.revision ?? 0,
      }
      const locked = decision !== null && !decision.signature.fromPaper
      const shown = typed(standing, locked ? undefined : entry.rows[item.id])
      const figure = figureOf(item, county.sheet.records)
      return { ...ofItem(item, county.sheet), figure, standing, ...shown, locked, confirmed: false }
    })
}

function ofItem(item: Item, sheet: Pick<Sheet, 'items'>) {
  const self = sheet.items[item.id]?.self ?? null
  return { item, selfRevision: self?.revision ?? 0, selfNotApplicable: self !== null && self.notApplicable !== null }
}

function typed(standing: TypedRow, row: TypedRow | undefined): Pick<EntryRow, 'shown' | 'touched'> {
  const shown = row ?? standing
  return {
    shown,
    touched: shown.written !== standing.written || shown.explanation !== standing.explanation,
  }
}

function printAnswer(score: number | null, notApplicable: boolean): string {
  if (notApplicable) return '不涉及'
  return score === null ? '' : printPoints(score)
}
