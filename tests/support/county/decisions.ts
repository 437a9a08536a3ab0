import type { Decision } from '#shared/assessment/assessment'
import type { DecisionChange } from '#shared/contract/review-contract'
import { findItem, type Rubric } from '#shared/rubric/rubric'
import { newId } from './sheets'

/** A 定分 as a head sends it: by default the first of that item, full marks, upon the first 自评. */
export function decision(rubric: Rubric, itemId: string, fields: Partial<DecisionChange> = {}): DecisionChange {
  return {
    operationId: newId(),
    unitId: 'township-a',
    itemId,
    revision: 0,
    seenSelfRevision: 1,
    score: findItem(rubric, itemId)?.points ?? 0,
    notApplicableAgreed: false,
    reasons: [],
    seen: [],
    comment: '',
    ...fields,
  }
}

/** Less than full marks, for one reason. */
export function deduction(rubric: Rubric, itemId: string, points: number, phrase = '资料不齐'): DecisionChange {
  const score = (findItem(rubric, itemId)?.points ?? 0) - points
  return decision(rubric, itemId, { score, reasons: [{ phrase, points }], seen: ['originals'] })
}

/** As it would be stored. */
export function storedDecision(score: number, reasons: Decision['reasons'] = []): Decision {
  return {
    revision: 1,
    score,
    notApplicableAgreed: false,
    reasons,
    seen: ['originals'],
    comment: '',
    seenSelfRevision: 1,
    signature: { name: '部长', memberId: 'm-1', at: 1 },
  }
}
