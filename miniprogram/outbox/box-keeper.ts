import { type Box, emptyBox } from './box'
import type { OutboxMeans } from './means'
import { openBox } from './open-box'

/** One person's box in memory and on the phone. */
export interface BoxKeeper {
  box(): Box
  /** Persists, then tells everybody. `full` where the phone has no room: the change is in memory only. */
  change(update: (box: Box) => Box): 'written' | 'full'
  subscribe(listener: () => void): () => void
}

export const boxStorageKey = (boxKey: string) => `outbox/${boxKey}`

/**
 * Opens the box of `boxKey`. A box of a newer version is put aside whole and never written over; this version then
 * begins an empty one beside it.
 */
export function keepBox(boxKey: string, means: Pick<OutboxMeans, 'storage' | 'makeRoom'>): BoxKeeper {
  const opened = openBox(means.storage.read(boxStorageKey(boxKey)))
  const key = opened === 'unreadable' ? `${boxStorageKey(boxKey)}/beside` : boxStorageKey(boxKey)
  let box = opened === 'unreadable' ? readBeside(means, key) : opened
  const listeners = new Set<() => void>()
  const write = (next: Box) => {
    if (means.storage.write(key, next) === 'written') return 'written'
    means.makeRoom()
    return means.storage.write(key, next)
  }
  return {
    box: () => box,
    change(update) {
      const next = update(box)
      if (next === box) return 'written'
      const written = write(next)
      box = next
      for (const listener of [...listeners]) listener()
      return written
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function readBeside({ storage }: Pick<OutboxMeans, 'storage'>, key: string): Box {
  const opened = openBox(storage.read(key))
  return opened === 'unreadable' ? emptyBox : opened
}
