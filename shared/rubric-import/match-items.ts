import type { AnnexAsRead, ItemAsRead } from './annex-as-read'
import type { CategoryDraft, ItemDraft, RubricDraft } from './rubric-draft'
import { similarity } from './similarity'
import { squeeze } from './squeeze'

/** What an item of the document goes on with. */
export interface Match {
  item: ItemDraft
  category: CategoryDraft
  /** The words are the same but for white space. */
  isSame: boolean
}

/**
 * From here on two wordings are one duty. Measured on the four annexes: two duties of one annex are at most 0.42 alike;
 * the same duty in two annexes is mostly above 0.5. What falls below is shown as dropped and new, and a person decides.
 */
const alike = 0.5

/**
 * Pairs the items of an annex with the known ones, each at most once, wherever in the annex they stand: first those with
 * the same words, then the most alike.
 */
export function matchItems(annex: AnnexAsRead, known: RubricDraft): Map<ItemAsRead, Match> {
  const matches = new Map<ItemAsRead, Match>()
  const open = new Set(known.categories.flatMap(category => category.items.map(item => ({ category, item }))))
  const items = annex.categories.flatMap(({ name, items }) => items.map(item => ({ name, item })))

  // Where the same words stand twice, the one in the category of the same name goes first.
  for (const isSameCategory of [true, false]) {
    for (const { name, item } of items) {
      if (matches.has(item)) continue
      const same = [...open].find(
        candidate =>
          squeeze(candidate.item.text) === item.text && (!isSameCategory || squeeze(candidate.category.name) === name),
      )
      if (!same) continue
      matches.set(item, { ...same, isSame: true })
      open.delete(same)
    }
  }

  const pairs = items.flatMap(({ item }) =>
    matches.has(item) ? [] : [...open].map(candidate => ({ item, candidate })),
  )
  const ranked = pairs
    .map(pair => ({ ...pair, share: similarity(pair.item.text, squeeze(pair.candidate.item.text)) }))
    .filter(({ share }) => share >= alike)
    .sort((a, b) => b.share - a.share)
  for (const { item, candidate } of ranked) {
    if (matches.has(item) || !open.has(candidate)) continue
    matches.set(item, { ...candidate, isSame: false })
    open.delete(candidate)
  }
  return matches
}

/** The known categories that go on, by their place in the document: by name, else where most of the items came from. */
export function matchCategories(
  annex: AnnexAsRead,
  known: RubricDraft,
  matches: ReadonlyMap<ItemAsRead, Match>,
): Map<number, CategoryDraft> {
  const found = new Map<number, CategoryDraft>()
  const isFree = (category: CategoryDraft) => ![...found.values()].includes(category)
  annex.categories.forEach(({ name }, index) => {
    const same = known.categories.find(category => squeeze(category.name) === name && isFree(category))
    if (same) found.set(index, same)
  })
  annex.categories.forEach(({ items }, index) => {
    if (found.has(index)) return
    const from = items.flatMap(item => matches.get(item)?.category ?? [])
    const most = from.find(
      category => isFree(category) && from.filter(other => other === category).length * 2 > items.length,
    )
    if (most) found.set(index, most)
  })
  return found
}
