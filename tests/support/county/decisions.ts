import type { Decision } from '#shared/assessment/assessment'
import type { ScoreDoubt } from '#shared/assessment/score-doubt'
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

/** A 疑问 about an item of the 办公室 that waits for an answer, as it would be stored. */
export function storedDoubt(fields: Partial<ScoreDoubt> = {}): ScoreDoubt {
  const signature = { name: '主席', memberId: 'm-2', at: 1 }
  const doubt = { revision: 1, departmentId: 'general-office', text: '签到册上有我们', signature }
  return { ...doubt, state: 'open', answer: null, ...fields }
}
