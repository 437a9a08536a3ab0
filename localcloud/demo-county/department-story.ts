import type { DecisionChange, ReviewItem } from '#shared/contract/review-contract'
import { unitRecords } from '#shared/records/records-of-unit'
import { findItem, type Rubric } from '#shared/rubric/rubric'
import { evaluateItem } from '#shared/rules/evaluate'
import type { UnitRecords } from '#shared/rules/unit-records'
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
    .map(item => decisionOn(unitId, item, story.rubric, unitRecords(review.records), chance))
  if (decisions.length > 0) await head.ask('review.decide', { cycleId, departmentId, decisions })
}

function decisionOn(
  unitId: string,
  { itemId, self }: ReviewItem,
  rubric: Rubric,
  records: UnitRecords,
  chance: () => number,
): DecisionChange {
  const item = findItem(rubric, itemId)
  const maximum = item?.points ?? 0
  // Where the county's own records yield a figure, the department follows it.
  const figure = item ? evaluateItem(item, records).figure : null
  const notApplicableAgreed = typeof self?.notApplicable === 'string'
  const further = chance() < 0.3 ? 50 : 0
  const score = notApplicableAgreed ? null : (figure ?? Math.max(0, (self?.score ?? 0) - further))
  const gap = score === null ? 0 : maximum - score
  return {
    operationId: newId(),
    unitId,
    itemId,
    revision: 0,
    seenSelfRevision: self?.revision ?? 0,
    score,
    notApplicableAgreed,
    reasons: gap > 0 ? [{ phrase: figure === null ? oneOf(chance, phrases) : '有缺席', points: gap }] : [],
    seen: [figure === null ? oneOf(chance, ['phone-materials', 'originals', 'own-knowledge']) : 'county-records'],
    comment: '',
  }
}
