import type { DecisionChange } from '#shared/contract/review-contract'
import { type DepartmentId, type ItemId, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type County, cycleId } from '../../support/county'
import { decision, deduction } from '../../support/county/decisions'

/** What departments take off, in hundredths; an item that is not named gets full marks, `agreed` is 同意不涉及. */
export type Deductions = Record<ItemId, number | 'agreed'>

/** The head of a department decides all of its items of one unit by request. */
export async function decideByRequest(
  county: County,
  rubric: Rubric,
  { unitId, departmentId, deductions }: { unitId: string; departmentId: DepartmentId; deductions: Deductions },
): Promise<void> {
  const own = itemsOf(rubric).filter(item => item.department === departmentId)
  const decisions = own.map(({ id }) => ({ ...changeOf(rubric, id, deductions[id] ?? 0), unitId }))
  const head = county.as(`head-${departmentId}`)
  const { verdicts } = await head.get('review.decide', { cycleId, departmentId, decisions })
  expect(verdicts.map(({ kind }) => kind)).toEqual(own.map(() => 'saved'))
}

function changeOf(rubric: Rubric, itemId: ItemId, off: number | 'agreed'): DecisionChange {
  if (off === 'agreed') return decision(rubric, itemId, { score: null, notApplicableAgreed: true })
  return off === 0 ? decision(rubric, itemId) : deduction(rubric, itemId, off)
}

/** How the office's list shows a unit. */
export async function rowOf(county: County, unitId: string) {
  const { units } = await county.as('office').get('office.overview', { cycleId })
  return units.find(unit => unit.unitId === unitId)
}
