import type { Sheet } from '#shared/contract/assessment-contract'
import type { FormTable } from '#shared/results/form-table'
import { type DepartmentId, type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
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
  /** The department itself has decided it already: shown, and not typed again. */
  locked: boolean
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
    return { ...ofItem(item, sheet), standing, ...typed(standing, entry.rows[item.id]), locked: false }
  })
}

/**
 * The rows of a department's sheet: the items that it scores. `scored` is the unit's 评分表 as it stands; what the
 * department has decided itself is on it, and a paper sheet does not overwrite it.
 */
export function reviewRows(
  rubric: Rubric,
  departmentId: DepartmentId,
  county: { sheet: Pick<Sheet, 'items'>; scored: Pick<FormTable, 'categories'> },
  entry: Entry,
): EntryRow[] {
  const printed = county.scored.categories.flatMap(category => category.rows)
  const decided = new Map(printed.map(row => [row.itemId, row.score]))
  return itemsOf(rubric)
    .filter(item => item.department === departmentId)
    .map(item => {
      const standing = { written: decided.get(item.id) ?? '', explanation: '', upon: 0 }
      const locked = standing.written !== ''
      return {
        ...ofItem(item, county.sheet),
        standing,
        ...typed(standing, locked ? undefined : entry.rows[item.id]),
        locked,
      }
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
