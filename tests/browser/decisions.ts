import type { DecisionChange } from '#shared/contract/review-contract'
import type { Rubric } from '#shared/rubric/rubric'
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
  const head = county.as(`head-${departmentId}`)
  const { items } = await head.get('review.open', { cycleId, departmentId, unitId })
  const decisions = items
    .filter(item => item.mine)
    .map(({ itemId, self }) => ({
      ...decisionOf(rubric, itemId, verdicts[itemId] ?? 0),
      unitId,
      seenSelfRevision: self?.revision ?? 0,
    }))
  const decided = await head.get('review.decide', { cycleId, departmentId, decisions })
  expect(decided.verdicts.map(({ kind }) => kind)).toEqual(decisions.map(() => 'saved'))
}

function decisionOf(rubric: Rubric, itemId: string, off: number | 'agreed'): DecisionChange {
  if (off === 'agreed') return decision(rubric, itemId, { score: null, notApplicableAgreed: true })
  return off === 0 ? decision(rubric, itemId) : deduction(rubric, itemId, off)
}
