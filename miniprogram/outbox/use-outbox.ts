import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Instant, ReviewScore } from '#shared/assessment/assessment'
import type { ItemId } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import { serverNow } from '../backend/ask'
import { machineName } from '../platform/machine-name'
import type { Box, MaterialDescription, SheetKey } from './box'
import type { NewMaterial } from './materials'
import type { Outbox } from './outbox'
import type { ReplacedMaterial } from './replace-files'
import { type DraftPlace, draftKey } from './review-drafts'
import { type OutboxStatus, statusText } from './status'
import { outbox } from './this-phone'

/** The open outbox; another person signing in opens another. */
function useOpenOutbox(): Outbox {
  return useSyncExternalStore(outbox.subscribe, outbox.get)
}

/** What is in the box now. */
export function useBox(): Box {
  const open = useOpenOutbox()
  return useSyncExternalStore(open.subscribe, open.box)
}

/**
 * What the one status line says, with its words. Draws again only when they change. `elsewhere`: when the county last
 * took something of the same from another machine, for one that never sent anything.
 */
export function useOutboxStatus(elsewhere: Instant | null = null): OutboxStatus & { text: string } {
  const open = useOpenOutbox()
  const told = useSyncExternalStore(open.subscribe, () => JSON.stringify(open.status()))
  return useMemo(() => {
    const status: OutboxStatus = JSON.parse(told)
    if (status.kind === 'received') status.at ??= elsewhere
    return { ...status, text: statusText(status, serverNow(), machineName()) }
  }, [told, elsewhere])
}

/** Everything a page does with one sheet's changes. Each act answers null once the change is on this phone. */
export function useOutbox(sheetKey: SheetKey) {
  const open = useOpenOutbox()
  return useMemo(
    () => ({
      fill: (itemId: ItemId, draft: SelfScoreDraft, seenRevision: number) =>
        open.fill(sheetKey, itemId, draft, seenRevision),
      resolve: (itemId: ItemId, choice: 'mine' | 'theirs') => open.resolve(sheetKey, itemId, choice),
      addMaterial: (material: NewMaterial) => open.addMaterial(sheetKey, material),
      linkMaterials: (materials: string[], items: ItemId[]) => open.linkMaterials(sheetKey, materials, items),
      unlinkMaterials: (materials: string[], items: ItemId[]) => open.unlinkMaterials(sheetKey, materials, items),
      describeMaterial: (materialId: string, description: MaterialDescription) =>
        open.describeMaterial(sheetKey, materialId, description),
      removeMaterial: (materialId: string) => open.removeMaterial(sheetKey, materialId),
      replaceFiles: (replaced: ReplacedMaterial) => open.replaceFiles(sheetKey, replaced),
      retryOperation: (operationId: string) => open.retryOperation(sheetKey, operationId),
      giveUpOperation: (operationId: string) => open.giveUpOperation(sheetKey, operationId),
      flush: open.flush,
      /** Sends what waits; true once everything of the sheet has reached the county. */
      async sendAll() {
        await open.flush()
        return open.isSent(sheetKey)
      },
      /** Before 报送: sends the words; answers what pictures are to be announced, null where a word has not arrived. */
      async sendWords() {
        await open.flushWords()
        const { isReady, manifest } = open.handingIn(sheetKey)
        return isReady ? manifest : null
      },
    }),
    [open, sheetKey],
  )
}

/** A reviewer's drafts that are still on this phone, and how to keep another. */
export function useReviewDrafts() {
  const open = useOpenOutbox()
  const { reviewDrafts } = useBox()
  const keep = useCallback((place: DraftPlace, score: ReviewScore) => open.keepReviewDraft(place, score), [open])
  const drop = useCallback((place: DraftPlace) => open.dropReviewDraft(place), [open])
  const waiting = useCallback((place: DraftPlace) => reviewDrafts[draftKey(place)] ?? null, [reviewDrafts])
  return { keep, drop, waiting }
}
