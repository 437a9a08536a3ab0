import { useState } from 'react'
import { type Entry, emptyEntry } from './entry'
import { keepEntry, readEntry } from './kept-entry'

export interface HeldEntry {
  entry: Entry
  /** `kept` says that nothing typed would be lost now; `full` that this device has no room left. */
  keeping: 'nothing' | 'kept' | 'full'
  change(next: Entry): void
  /** Begins the sheet anew: the county has it, or the person threw it away. */
  clear(): void
}

interface Held {
  key: string
  entry: Entry
  keeping: HeldEntry['keeping']
  /** Counts the beginnings, so that fields show new values only when a new sheet begins. */
  beginning: number
}

/** The unfinished 代录 under `key`. Every change is on the device before the screen shows it. */
export function useEntry(key: string): HeldEntry & { beginning: number } {
  const [held, setHeld] = useState<Held>(() => begin(key, 0))
  const current = held.key === key ? held : begin(key, held.beginning + 1)
  if (current !== held) setHeld(current)
  return {
    entry: current.entry,
    keeping: current.keeping,
    beginning: current.beginning,
    change(entry) {
      const kept = keepEntry(key, entry)
      setHeld({ ...current, entry, keeping: kept === 'full' ? 'full' : entry === emptyEntry ? 'nothing' : 'kept' })
    },
    clear() {
      keepEntry(key, emptyEntry)
      setHeld(begin(key, current.beginning + 1))
    },
  }
}

function begin(key: string, beginning: number): Held {
  const entry = readEntry(key)
  return { key, entry, keeping: entry === emptyEntry ? 'nothing' : 'kept', beginning }
}
