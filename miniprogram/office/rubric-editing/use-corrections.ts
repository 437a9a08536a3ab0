import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { answers } from '../../backend/answers'
import { ask } from '../../backend/ask'
import { currentBoxKey, subscribeIdentity } from '../../backend/identity'
import { network } from '../../platform/network'
import { random } from '../../platform/random'
import { storage } from '../../platform/storage'
import { type AnnexEdit, type Corrections, makeCorrections } from './make-corrections'

/** One for each person and document; it goes on saving when the page is left. */
const kept = new Map<string, Corrections>()

/** What a person has corrected in this document, and its way to the county. */
export function useCorrections(uploadId: string, isReady: boolean) {
  const boxKey = useSyncExternalStore(subscribeIdentity, currentBoxKey)
  const corrections = useMemo(() => correctionsOf(boxKey, uploadId), [boxKey, uploadId])
  const correcting = useSyncExternalStore(corrections.correcting.subscribe, corrections.correcting.get)
  useEffect(() => {
    if (!isReady) return
    void corrections.send()
    return network.subscribe(() => {
      if (network.online()) void corrections.send()
    })
  }, [corrections, isReady])
  return { ...corrections, correcting }
}

function correctionsOf(boxKey: string, uploadId: string): Corrections {
  const key = `rubric-edits/${boxKey}/${uploadId}`
  const known = kept.get(key)
  if (known) return known
  const question = { boxKey, request: 'rubric.upload' as const, input: { uploadId } }
  const corrections = makeCorrections({
    ask,
    newId: random.newId,
    upload: () => answers.read(question)?.output ?? null,
    replaceUpload: (output, receivedAt) => answers.put(question, { output, receivedAt }, false),
    async reloadUpload() {
      const asked = await ask('rubric.upload', { uploadId })
      if (asked.ok) answers.put(question, { output: asked.output, receivedAt: asked.serverTime }, false)
    },
    kept: {
      read: () => parseKept(storage.read(key)),
      write(edits) {
        if (edits.length > 0) return storage.write(key, edits)
        storage.remove(key)
        return 'written'
      },
    },
    later: (milliseconds, run) => void setTimeout(run, milliseconds),
  })
  kept.set(key, corrections)
  return corrections
}

/** Only this file writes under its key. */
function parseKept(stored: unknown): AnnexEdit[] {
  return Array.isArray(stored) ? (stored as AnnexEdit[]) : []
}
