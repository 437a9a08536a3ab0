import { type Box, emptyBox } from './box'
import { joinBoxes } from './join-boxes'
import type { OutboxMeans } from './means'
import { openBox } from './open-box'

/** One person's box in memory and on the phone. */
export interface BoxKeeper {
  box(): Box
  /** Persists, then tells everybody. `full` where the phone has no room: the change is in memory only. */
  change(update: (box: Box) => Box): 'written' | 'full'
  /** Whether the latest change is in memory only. */
  isFull(): boolean
  subscribe(listener: () => void): () => void
  close(): void
}

type KeeperMeans = Pick<OutboxMeans, 'storage' | 'makeRoom' | 'newId'>

export const boxStorageKey = (boxKey: string) => `outbox/${boxKey}`
const besideKey = (boxKey: string) => `${boxStorageKey(boxKey)}/beside`

/**
 * Opens the box of `boxKey`. A box of a newer version is put aside whole and never written over; this version then
 * begins an empty one beside it, which the newer version joins to its own when it runs again.
 */
export function keepBox(boxKey: string, means: KeeperMeans): BoxKeeper {
  const { storage } = means
  const main = openBox(storage.read(boxStorageKey(boxKey)))
  const key = main === 'unreadable' ? besideKey(boxKey) : boxStorageKey(boxKey)
  let box = main === 'unreadable' ? orEmpty(openBox(storage.read(key))) : main
  let isFull = false
  const listeners = new Set<() => void>()
  const show = (next: Box) => {
    box = next
    for (const listener of [...listeners]) listener()
  }

  const write = (next: Box) => {
    if (storage.write(key, next) === 'written') return 'written'
    means.makeRoom()
    return storage.write(key, next)
  }
  /** What is stored, where another window of this machine has written since this one did. */
  const latest = (): Box => {
    if (!storage.onWrittenElsewhere || isFull) return box
    const stored = openBox(storage.read(key))
    // Where nobody else wrote it is the very same object, by which the senders know what was not changed meanwhile.
    return stored === 'unreadable' || stored.stamp === box.stamp ? box : stored
  }
  const change = (update: (box: Box) => Box): 'written' | 'full' => {
    const before = latest()
    const updated = update(before)
    if (updated === before) {
      if (before !== box) show(before)
      return isFull ? 'full' : 'written'
    }
    const next = storage.onWrittenElsewhere ? { ...updated, stamp: means.newId() } : updated
    const written = write(next)
    isFull = written === 'full'
    show(next)
    return written
  }

  const beside = main === 'unreadable' ? undefined : storage.read(besideKey(boxKey))
  const joinable = beside === undefined ? 'unreadable' : openBox(beside)
  if (joinable !== 'unreadable' && change(own => joinBoxes(own, joinable)) === 'written') {
    storage.remove(besideKey(boxKey))
  }
  const forget = storage.onWrittenElsewhere?.(written => {
    if (written === key) show(latest())
  })
  return {
    box: () => box,
    change,
    isFull: () => isFull,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => forget?.(),
  }
}

function orEmpty(opened: Box | 'unreadable'): Box {
  return opened === 'unreadable' ? emptyBox : opened
}
