import type { Decision } from '#shared/assessment/assessment'
import type { Looked, LookedItem } from '#shared/content/look-at'
import type { Look } from '#shared/content/written'
import type { DecisionView, Draft, ReviewItem } from '#shared/contract/review-contract'
import { type DepartmentId, type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import type { VisitDrafts } from '../../repositories/visit-drafts'
import { readNoted } from '../views/reading'
import { heldMark, scoreDoubtView, selfScoreView, supplementView } from '../views/sheet-view'
import { signatureView } from '../views/signature-view'

export function decisionView({ signature, held, ...decision }: Looked<Decision>): DecisionView {
  return { ...decision, ...heldMark(held), signature: signatureView(signature) }
}

/** Whether the department scores the item, or reads it because another scores it for both. */
export function isReadBy(item: Pick<Item, 'department' | 'readers'>, departmentId: DepartmentId): boolean {
  return item.department === departmentId || item.readers.includes(departmentId)
}

/** The items of the annex that concern the department, its own and those it reads, in the annex's order. */
export function itemsFor(rubric: Rubric, departmentId: DepartmentId): Item[] {
  return itemsOf(rubric).filter(item => isReadBy(item, departmentId))
}

/** The items that the department itself scores. */
export function itemsScoredBy(rubric: Rubric, departmentId: DepartmentId): Item[] {
  return itemsOf(rubric).filter(item => item.department === departmentId)
}

/** One item of one unit as the department sees it; the 定分 is that of the department that scores it. */
export function reviewItem(
  item: Item,
  assessed: LookedItem | undefined,
  departmentId: DepartmentId,
  draft: Draft | undefined,
  visits: readonly VisitDrafts[],
  look: Look,
): ReviewItem {
  const decision = assessed?.reviews?.[item.department]
  return {
    itemId: item.id,
    self: assessed?.self ? selfScoreView(assessed.self) : null,
    mine: item.department === departmentId,
    decision: decision ? decisionView(decision) : null,
    draft: draft && isCurrent(draft, decision) ? draft : null,
    supplement: assessed?.supplement ? supplementView(assessed.supplement) : null,
    ...(item.department === departmentId ? suggested(item, visits, look) : {}),
    ...(item.department === departmentId && assessed?.doubt ? { doubt: scoreDoubtView(assessed.doubt) } : {}),
  }
}

/** 「二组 老刘 建议4.5」: for the department that scores the item, and for nobody else. */
function suggested(item: Item, visits: readonly VisitDrafts[], look: Look): Pick<ReviewItem, 'suggestions'> {
  const suggestions = visits.flatMap(notes => {
    const given = readNoted(notes, item.id, look)
    if (!given?.score) return []
    const { score, held, at } = given
    return [{ groupName: notes.groupName, memberName: notes.memberName, score, ...heldMark(held), at }]
  })
  return suggestions.length === 0 ? {} : { suggestions: suggestions.sort((a, b) => a.at - b.at) }
}

/** A draft ends with the 定分: what was noted before it has been decided, by whomever. */
export function isCurrent(draft: Draft, decision: Decision | undefined): boolean {
  return decision === undefined || draft.at > decision.signature.at
}
