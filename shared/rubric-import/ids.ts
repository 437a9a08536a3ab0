import type { RubricDraft } from './rubric-draft'

/** Hands out ids of one annex that have never been used: `a1-26` after `a1-25`, `a1-c8` after `a1-c7`. */
export interface FreeIds {
  nextItem: () => string
  nextCategory: () => string
}

/**
 * @param prefix what the ids of the annex begin with: `a1-`
 * @param taken every id that was ever given, of this annex and others
 */
export function freeIds(prefix: string, taken: Iterable<string>): FreeIds {
  const highest = { item: 0, category: 0 }
  for (const id of taken) {
    const [, letter = '', digits = ''] =
      /^(c?)(\d{1,6})$/.exec(id.startsWith(prefix) ? id.slice(prefix.length) : '') ?? []
    const kind = letter === 'c' ? 'category' : 'item'
    highest[kind] = Math.max(highest[kind], Number(digits))
  }
  const next = (kind: keyof typeof highest) => {
    highest[kind] += 1
    return highest[kind]
  }
  return {
    nextItem: () => `${prefix}${String(next('item')).padStart(2, '0')}`,
    nextCategory: () => `${prefix}c${next('category')}`,
  }
}

/** Ids of items and categories of those annexes. */
export function idsIn(files: readonly RubricDraft[]): string[] {
  return files.flatMap(({ categories }) => categories.flatMap(({ id, items }) => [id, ...items.map(item => item.id)]))
}

/** `a1-` of the annex that goes on; for a new one `a5-`, or the next number that no id begins with. */
export function idPrefix(known: RubricDraft | null, annex: string, taken: readonly string[]): string {
  const first = known?.categories.flatMap(({ items }) => items)[0]?.id
  const prefix = first && /^(.*?)\d+$/.exec(first)?.[1]
  if (prefix) return prefix
  let number = Number(/\d+/.exec(annex)?.[0] ?? 1)
  while (taken.some(id => id.startsWith(`a${number}-`))) number += 1
  return `a${number}-`
}
