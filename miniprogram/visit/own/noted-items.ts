import type { ReviewScore } from '#shared/assessment/assessment'
import type { PackedUnit, VisitPack } from '#shared/contract/visit-contract'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import type { PendingVisitNote } from '../../outbox/visits'

/** One item of a unit with what I have noted of it, and what the others of the group do. */
export interface NotedItem {
  item: Item
  category: string
  looking: boolean
  score: ReviewScore | null
  /** What I wrote is held from others. */
  held: boolean
  /** Who else looks at it or has suggested something: 老刘. */
  others: string[]
  problem: string | null
}

/** The items of a unit: what is on this phone over what the pack brought. */
export function notedItems(
  rubric: Rubric,
  unit: PackedUnit,
  noteOf: (itemId: string) => PendingVisitNote | null,
  othersOf: (itemId: string) => string[],
): NotedItem[] {
  const categories = new Map(rubric.categories.flatMap(({ name, items }) => items.map(item => [item.id, name])))
  return itemsOf(rubric).map(item => {
    const here = noteOf(item.id)
    const packed = unit.suggestions.filter(suggestion => suggestion.itemId === item.id)
    const looking = packed.filter(other => !other.mine && other.looking)
    const brought = packed.find(suggestion => suggestion.mine) ?? null
    const mine = here?.note ?? brought
    return {
      item,
      category: categories.get(item.id) ?? '',
      looking: mine?.looking ?? false,
      score: mine?.score ?? null,
      held: !here && brought?.held === true,
      others: [...new Set([...looking.map(other => other.memberName), ...othersOf(item.id)])],
      problem: here?.problem?.message ?? null,
    }
  })
}

/** The items of one department, in the order of the annex, with its name. */
export function byDepartment(items: readonly NotedItem[], pack: VisitPack): { name: string; items: NotedItem[] }[] {
  const groups = new Map<string, NotedItem[]>()
  for (const noted of items) {
    const { department } = noted.item
    groups.set(department, [...(groups.get(department) ?? []), noted])
  }
  return [...groups].map(([departmentId, own]) => ({
    name: pack.departments[departmentId] ?? departmentId,
    items: own,
  }))
}
