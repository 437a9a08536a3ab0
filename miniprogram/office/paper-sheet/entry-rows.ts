import type { ReviewScore } from '#shared/assessment/assessment'
import type { Sheet } from '#shared/contract/assessment-contract'
import type { Review } from '#shared/contract/review-contract'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import type { Entry, TypedRow } from './entry'

/** One row of the grid: the item, what the county holds of it now, and what the grid shows. */
export interface EntryRow {
  item: Item
  /** The row as the county holds it; `upon` is its revision. */
  standing: TypedRow
  selfRevision: number
  /** Whether the unit itself says 不涉及; only then may a department agree to it. */
  selfNotApplicable: boolean
  shown: TypedRow
  /** Somebody typed something here that differs from what stands. */
  touched: boolean
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
    return row(item, standing, entry, standing.upon, self?.notApplicable != null)
  })
}

/** The rows of a department's sheet: the items that it scores. */
export function reviewRows(rubric: Rubric, review: Pick<Review, 'items' | 'departmentId'>, entry: Entry): EntryRow[] {
  const known = new Map(review.items.map(reviewed => [reviewed.itemId, reviewed]))
  return itemsOf(rubric)
    .filter(item => item.department === review.departmentId)
    .map(item => {
      const { self = null, decision = null } = known.get(item.id) ?? {}
      const standing = {
        written: decision === null ? '' : printAnswer(decision.score, decision.notApplicableAgreed),
        explanation: decision === null ? '' : printReasons(decision.reasons),
        upon: decision?.revision ?? 0,
      }
      return row(item, standing, entry, self?.revision ?? 0, self?.notApplicable != null)
    })
}

function row(item: Item, standing: TypedRow, entry: Entry, selfRevision: number, selfNotApplicable: boolean): EntryRow {
  const typed = entry.rows[item.id]
  const shown = typed ?? standing
  const touched = shown.written !== standing.written || shown.explanation !== standing.explanation
  return { item, standing, selfRevision, selfNotApplicable, shown, touched }
}

function printAnswer(score: number | null, notApplicable: boolean): string {
  if (notApplicable) return '不涉及'
  return score === null ? '' : printPoints(score)
}

function printReasons(reasons: ReviewScore['reasons']): string {
  return reasons.map(reason => reason.phrase).join('；')
}
