import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { answers } from '../../backend/answers'
import { ask } from '../../backend/ask'
import { currentBoxKey, subscribeIdentity } from '../../backend/identity'
import { network } from '../../platform/network'
import { random } from '../../platform/random'
import { storage } from '../../platform/storage'
import { makeTargetSaver, type TargetSaver } from './target-saver'
import type { TypedTargets } from './typed-targets'

/** One for each person and cycle; it goes on saving when the page is left. */
const savers = new Map<string, TargetSaver>()

/** What was typed into the 目标任务分解表 of this cycle, and its way to the county. */
export function useTargetSaver(cycleId: string, isReady: boolean) {
  const boxKey = useSyncExternalStore(subscribeIdentity, currentBoxKey)
  const saver = useMemo(() => saverOf(boxKey, cycleId), [boxKey, cycleId])
  const saving = useSyncExternalStore(saver.saving.subscribe, saver.saving.get)
  // What an earlier evening left on this machine goes once the table is there, and whenever there is signal again.
  useEffect(() => {
    if (!isReady) return
    void saver.send()
    return network.subscribe(() => {
      if (network.online()) void saver.send()
    })
  }, [saver, isReady])
  return { ...saver, saving }
}

function saverOf(boxKey: string, cycleId: string): TargetSaver {
  const key = `typed-targets/${boxKey}/${cycleId}`
  const known = savers.get(key)
  if (known) return known
  const question = { boxKey, request: 'target.open' as const, input: { cycleId } }
  const saver = makeTargetSaver({
    ask,
    newId: random.newId,
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    kept: {
      read: () => parseKept(storage.read(key)),
      write(typed) {
        if (Object.keys(typed).length > 0) return storage.write(key, typed)
        storage.remove(key)
        return 'written'
      },
    },
    table: () => answers.read(question)?.output ?? null,
    replaceTable: (output, receivedAt) => answers.put(question, { output, receivedAt }, true),
  })
  savers.set(key, saver)
  return saver
}

/** Only this file writes under its key. */
function parseKept(stored: unknown): TypedTargets {
  return typeof stored === 'object' && stored !== null ? (stored as TypedTargets) : {}
}
