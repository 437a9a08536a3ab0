import { randomUUID } from 'node:crypto'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { Assessment, SelfScore } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import type { SelfScoreChange } from '#shared/contract/assessment-contract'
import { type Audience, itemsOf, type Rubric } from '#shared/rubric/rubric'

export const newId = () => randomUUID().replaceAll('-', '')

export function rubricOf(audience: Audience): Rubric {
  const rubric = shippedRubrics.find(candidate => candidate.audience === audience)
  if (!rubric) throw new Error(`no annex for ${audience}`)
  return rubric
}

/** A change of one item as a phone sends it; by default the first save, of 1 分. */
export function change(itemId: string, fields: Partial<SelfScoreChange> = {}): SelfScoreChange {
  return { operationId: newId(), itemId, revision: 0, score: 100, notApplicable: null, remark: '', ...fields }
}

/** A whole sheet with every item at its maximum, as it would be stored. */
export function filledSheet(audience: Audience): Pick<Assessment, 'items' | 'summary'> {
  const rubric = rubricOf(audience)
  const items = Object.fromEntries(itemsOf(rubric).map(({ id, points }) => [id, { self: selfScore(points) }]))
  return { items, summary: summarize(rubric, { items, materials: {} }) }
}

export function selfScore(score: number): SelfScore {
  return {
    revision: 1,
    score,
    notApplicable: null,
    remark: '',
    signature: { name: '填报人', memberId: 'm-0', at: 1 },
  }
}
