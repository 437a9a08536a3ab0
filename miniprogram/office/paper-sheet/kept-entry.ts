import { storage } from '../../platform/storage'
import { type Entry, emptyEntry, isBegun, type SheetOwner } from './entry'

/** Where an unfinished 代录 is kept: one for each person, unit and sheet. */
export function entryKey(boxKey: string, cycleId: string, unitId: string, owner: SheetOwner): string {
  return `paper-entry/${boxKey}/${cycleId}/${unitId}/${owner.side === 'self' ? 'self' : owner.departmentId}`
}

/** What was left unfinished, or an empty sheet. */
export function readEntry(key: string): Entry {
  const stored = storage.read(key)
  const isEntry = typeof stored === 'object' && stored !== null && 'rows' in stored && 'sheets' in stored
  // Only `keepEntry` writes under this key.
  return isEntry ? (stored as Entry) : emptyEntry
}

/** Keeps what was typed so far; an entry with nothing in it leaves nothing behind. */
export function keepEntry(key: string, entry: Entry): 'written' | 'full' {
  if (isBegun(entry)) return storage.write(key, entry)
  storage.remove(key)
  return 'written'
}
