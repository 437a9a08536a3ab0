import type { DecisionChange, ReviewItem } from '#shared/contract/review-contract'
import { findItem, type Rubric } from '#shared/rubric/rubric'
import { oneOf } from './chance'
import { type DemoPhone, newId } from './phone'

const phrases = ['资料不齐', '没有盖章', '任务没有完成', '活动次数不够', '记录不完整'] as const

export interface DepartmentStory {
  cycleId: string
  departmentId: string
  unitId: string
  rubric: Rubric
  head: DemoPhone
  /** The share of the department's items of this unit that get their 定分. */
  share: number
  chance: () => number
}

/** A department head scores a unit's items, mostly as the unit did, sometimes with a deduction and its reason. */
export async function tellDepartment(story: DepartmentStory): Promise<void> {
  const { cycleId, departmentId, unitId, head, chance, share } = story
  const review = await head.ask('review.open', { cycleId, departmentId, unitId })
  const mine = review.items.filter(item => item.mine)
  const decisions = mine
    .slice(0, Math.ceil(mine.length * share))
    .map(item => decisionOn(unitId, item, story.rubric, chance))
  if (decisions.length > 0) await head.ask('review.decide', { cycleId, departmentId, decisions })
}

function decisionOn(
  unitId: string,
  { itemId, self }: ReviewItem,
  rubric: Rubric,
  chance: () => number,
): DecisionChange {
  const maximum = findItem(rubric, itemId)?.points ?? 0
  const notApplicableAgreed = typeof self?.notApplicable === 'string'
  const further = chance() < 0.3 ? 50 : 0
  const score = notApplicableAgreed ? null : Math.max(0, (self?.score ?? 0) - further)
  const gap = score === null ? 0 : maximum - score
  return {
    operationId: newId(),
    unitId,
    itemId,
    revision: 0,
    seenSelfRevision: self?.revision ?? 0,
    score,
    notApplicableAgreed,
    reasons: gap > 0 ? [{ phrase: oneOf(chance, phrases), points: gap }] : [],
    seen: [oneOf(chance, ['phone-materials', 'originals', 'own-knowledge'])],
    comment: '',
  }
}
