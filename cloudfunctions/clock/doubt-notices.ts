import type { AssessedItem, Instant } from '#shared/assessment/assessment'
import { isDoubtAnswered, isDoubtOpen, outcomeOf } from '#shared/assessment/score-doubt'
import { textKey } from '../repositories/content-checks'
import type { Notice } from '../repositories/notices'
import { type Addressee, peopleFor, planFor, reviewersOf } from './plan-notice'

interface OfItem {
  cycleId: string
  unitId: string
  unitName: string
  itemId: string
  /** Its place in the annex. */
  number: number
  departmentName: string
}

/** What is told of one item's 疑问: to the department while it waits, to the unit once it is answered. */
export function doubtNotices(
  item: AssessedItem,
  { number, departmentName, ...subject }: OfItem,
  people: { ofUnits: readonly Addressee[]; reviewers: readonly Addressee[] },
  now: Instant,
): Notice[] {
  const { doubt } = item
  if (doubt && isDoubtOpen(item)) {
    const kind = 'score-doubt-raised' as const
    // The words are on the page it leads to: a department has no units of its own by which held ones would be known here.
    const facts = { unit: subject.unitName, number }
    const whom = reviewersOf(doubt.departmentId, people.reviewers, now)
    const post = `department:${doubt.departmentId}` as const
    return planFor(whom, { ...subject, kind, occasion: doubt.signature.at, facts, post }, now)
  }
  if (doubt?.answer && isDoubtAnswered(item)) {
    const kind = 'score-doubt-answered' as const
    const { text } = doubt.answer
    const outcome = outcomeOf(doubt.answer, item.reviews?.[doubt.departmentId])
    const facts = { by: departmentName, number, outcome, text }
    const whom = peopleFor(kind, subject.unitId, people.ofUnits, now)
    const quotes = text === '' ? {} : { quotes: { key: textKey({ side: doubt.departmentId, text }), text } }
    return planFor(whom, { ...subject, kind, occasion: doubt.answer.signature.at, facts, ...quotes }, now)
  }
  return []
}
