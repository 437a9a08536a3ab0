import type { Corrected, EntryValue } from './record'
import type { ShownEntry } from './records-of-unit'

/** When the former value at this place gave way: when the one after it was written. */
export function replacedAt({ was, signature }: Corrected<unknown>, place: number): number {
  return (was[place + 1]?.signature ?? signature).at
}

const nothing: EntryValue = { what: '', date: '', level: '', count: 0 }

/** What an entry that is taken out said last. */
export function lastOf(values: readonly (EntryValue | null)[]): EntryValue {
  return values.filter(value => value !== null).at(-1) ?? nothing
}

/** By date, then by the order in which they were written. */
export function inOrder(entries: ShownEntry[]): ShownEntry[] {
  return entries.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}
