import type { ItemId } from '#shared/rubric/rubric'

/** The two fields of a row. */
export type CellColumn = 'score' | 'note'

export function cellId(column: CellColumn, itemId: ItemId): string {
  return `entry-${column}-${itemId}`
}

/**
 * Which field a key leads to from the field `from`, as on paper: Enter and ↓ down the column, ↑ up, and from the foot of
 * the scores Enter goes on to nothing. Null where the key stays the field's own business.
 */
export function nextCell(from: string, key: string, shift: boolean, items: readonly ItemId[]): string | null {
  for (const column of ['score', 'note'] as const) {
    const place = items.findIndex(itemId => cellId(column, itemId) === from)
    if (place < 0) continue
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : key === 'Enter' ? (shift ? -1 : 1) : 0
    const target = items[place + step]
    return step === 0 || target === undefined ? null : cellId(column, target)
  }
  return null
}
