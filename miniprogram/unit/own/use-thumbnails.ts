import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Instant } from '#shared/assessment/assessment'
import type { MaterialAddresses } from '#shared/contract/material-contract'
import { answers } from '../../backend/answers'
import { ask } from '../../backend/ask'
import { currentBoxKey, subscribeIdentity } from '../../backend/identity'
import type { ShownMaterial } from '../../outbox/overlay'
import { partsOf } from '../../outbox/sheet-key'
import { network } from '../../platform/network'

/** One call signs the addresses of so many files. */
const filesAtOnce = 50
/** While pages are still on their way one by one, their addresses are asked for together, this often. */
const pause = 5_000

export interface Thumbnails {
  /** One address a file, in the order of its files. */
  addresses: (string | null)[]
  /** Places of files that only the unit and the office see. */
  hidden: readonly number[]
  /** Who else has opened it, where it is personal. */
  looks: readonly MaterialLook[]
}
export type MaterialLook = { who: string; at: Instant }

/**
 * The addresses of these materials' thumbnails. Asked once a page for each material, as many as one call takes, one call
 * after another: while forty pages are registered one by one, what is known is not asked again.
 */
export function useThumbnails(sheetKey: string, materials: [string, ShownMaterial][]) {
  const boxKey = useSyncExternalStore(subscribeIdentity, currentBoxKey)
  const asked = useRef(new Set<string>())
  const askedAt = useRef(Number.NEGATIVE_INFINITY)
  // Raised by every answer and every return of the signal, so that the next batch is asked for.
  const [turn, setTurn] = useState(0)
  const next = nextBatch(materials, asked.current).join()
  const isUploading = materials.some(([, { waiting, local }]) => waiting !== null && local.length > 0)

  const questionOf = useCallback(
    (materialId: string) => ({
      boxKey,
      request: 'material.view' as const,
      input: { ...partsOf(sheetKey), size: 'thumbnail' as const, materials: [materialId] },
    }),
    [boxKey, sheetKey],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is a reason to ask again.
  useEffect(() => {
    if (next === '') return
    let isWanted = true
    const learn = async () => {
      askedAt.current = Date.now()
      const reply = await ask('material.view', { ...partsOf(sheetKey), size: 'thumbnail', materials: next.split(',') })
      if (!reply.ok) return
      for (const materialId of next.split(',')) {
        asked.current.add(materialId)
        const output = answerOf(materialId, reply.output)
        answers.put(questionOf(materialId), { output, receivedAt: reply.serverTime }, false)
      }
      if (isWanted) setTurn(before => before + 1)
    }
    const timer = setTimeout(learn, isUploading ? Math.max(0, askedAt.current + pause - Date.now()) : 0)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [next, isUploading, turn, sheetKey, questionOf])
  useEffect(() => network.subscribe(() => setTurn(before => before + 1)), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a turn there may be more to read.
  return useCallback(
    (materialId: string): Thumbnails => {
      const known = answers.read(questionOf(materialId))?.output
      return {
        addresses: known?.addresses[materialId] ?? [],
        hidden: known?.hidden[materialId] ?? [],
        looks: known?.looks?.[materialId] ?? [],
      }
    },
    [questionOf, turn],
  )
}

/** Materials with thumbnails that were not asked for yet: at least one, and no more files than one call signs. */
function nextBatch(materials: [string, ShownMaterial][], asked: ReadonlySet<string>): string[] {
  const batch: string[] = []
  let files = 0
  for (const [id, material] of materials) {
    if (asked.has(id) || !material.files.some(({ thumbnailId }) => thumbnailId !== null)) continue
    files += material.files.length
    if (files > filesAtOnce && batch.length > 0) break
    batch.push(id)
  }
  return batch
}

/** What would have been answered for this material alone. */
function answerOf(materialId: string, { addresses, hidden, looks }: MaterialAddresses): MaterialAddresses {
  const places = hidden[materialId]
  const own = looks?.[materialId]
  return {
    addresses: { [materialId]: addresses[materialId] ?? [] },
    hidden: places ? { [materialId]: places } : {},
    ...(own ? { looks: { [materialId]: own } } : {}),
  }
}
