import { isDoubtOpen } from '#shared/assessment/score-doubt'
import type { DecidedReviews, Review, ReviewItem } from '#shared/contract/review-contract'
import type { AnsweredScoreDoubt } from '#shared/contract/score-check-contract'
import type { Item, Rubric } from '#shared/rubric/rubric'
import { itemsOf } from '#shared/rubric/rubric'

/** An item of the annex with what one unit and my department say of it. */
export interface ReviewedItem {
  item: Item
  category: string
  review: ReviewItem
}

/** The items of a review in the order of the annex, with their words. */
export function reviewedItems(rubric: Rubric, review: Review): ReviewedItem[] {
  const byId = new Map(review.items.map(item => [item.itemId, item]))
  const categories = new Map(rubric.categories.flatMap(({ name, items }) => items.map(item => [item.id, name])))
  return itemsOf(rubric).flatMap(item => {
    const found = byId.get(item.id)
    return found ? [{ item, category: categories.get(item.id) ?? '', review: found }] : []
  })
}

/** Where to go on: the first own item after `from` without a 定分, then from the top; null where all are decided. */
export function nextUndecided(items: readonly ReviewedItem[], from: string | null): string | null {
  const open = items.filter(({ review }) => review.mine && review.decision === null)
  const place = items.findIndex(({ item }) => item.id === from)
  const after = open.find(({ item }) => items.findIndex(other => other.item.id === item.id) > place)
  return (after ?? open[0])?.item.id ?? null
}

/** The first own item whose 疑问 waits for an answer. */
export function nextDoubted(items: readonly ReviewedItem[]): string | null {
  return items.find(({ review }) => review.mine && isDoubtOpen(review))?.item.id ?? null
}

/** The review with what the answer to a 疑问 answered. */
export function withAnswered(review: Review, itemId: string, { item, state }: AnsweredScoreDoubt): Review {
  const items = review.items.map(one => (one.itemId === itemId ? { ...one, ...item } : one))
  return { ...review, state, items }
}

/** The review with what 定分 answered; a stale verdict brings what stands now. */
export function withDecided(review: Review, decided: DecidedReviews): Review {
  const { unitId } = review.unit
  const stands = new Map(Object.entries(decided.items[unitId] ?? {}))
  for (const verdict of decided.verdicts)
    if (verdict.kind === 'stale' && verdict.unitId === unitId) stands.set(verdict.itemId, verdict.current)
  return {
    ...review,
    state: decided.states[unitId] ?? review.state,
    items: review.items.map(item => ({ ...item, ...stands.get(item.itemId) })),
  }
}

/** The units before and after this one among those that can be scored, in the county's order. */
export function neighbours(
  unitIds: readonly string[],
  unitId: string,
): { before: string | null; after: string | null } {
  const place = unitIds.indexOf(unitId)
  if (place < 0) return { before: null, after: null }
  return { before: unitIds[place - 1] ?? null, after: unitIds[place + 1] ?? null }
}
