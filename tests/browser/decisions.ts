import type { DecisionChange } from '#shared/contract/review-contract'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type County, cycleId } from '../support/county'
import { decision, deduction } from '../support/county/decisions'

/** Hundredths taken off, or 'agreed' where the unit says 不涉及 and the department thinks so too. */
export type Verdicts = Record<string, number | 'agreed'>

/** A department's head decides all its items of one unit by requests: full marks but for `verdicts`. */
export async function decideByRequests(
  county: County,
  departmentId: string,
  unitId: string,
  rubric: Rubric,
  verdicts: Verdicts,
): Promise<void> {
  const own = itemsOf(rubric).filter(item => item.department === departmentId)
  const decisions = own.map(({ id }) => ({ ...decisionOf(rubric, id, verdicts[id] ?? 0), unitId }))
  const decided = await county.as(`head-${departmentId}`).get('review.decide', { cycleId, departmentId, decisions })
  expect(decided.verdicts.map(({ kind }) => kind)).toEqual(own.map(() => 'saved'))
}

function decisionOf(rubric: Rubric, itemId: string, off: number | 'agreed'): DecisionChange {
  if (off === 'agreed') return decision(rubric, itemId, { score: null, notApplicableAgreed: true })
  return off === 0 ? decision(rubric, itemId) : deduction(rubric, itemId, off)
}
