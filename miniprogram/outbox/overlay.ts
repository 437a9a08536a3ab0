import type { Instant } from '#shared/assessment/assessment'
import { selfAnswer } from '#shared/assessment/summarize'
import type { MaterialView, SelfScoreView, Sheet, SheetItem } from '#shared/contract/assessment-contract'
import type { Problem } from '#shared/errors/problems'
import type { FileType } from '#shared/materials/material'
import { findItem, type ItemId, type Rubric } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import { addAnswer, type Tally } from '#shared/scoring/tally'
import type { Box, PendingSelfScore, SheetKey } from './box'
import { overlayMaterials } from './overlay-materials'

/** One item as the person sees it: their own changes on top of what the county has. */
export interface ShownItem extends SheetItem {
  /** Null once the county has it; `on-phone` while it waits or is under way. */
  waiting: 'on-phone' | null
  /** What waits for the person's decision. `mine` is also what `self` shows. */
  trouble:
    | { kind: 'conflict'; mine: SelfScoreDraft & { at: Instant }; theirs: SelfScoreView | null }
    | { kind: 'refused'; problem: Problem }
    | null
}

/** A material as the person sees it; pictures that are still on this phone are named by their local files. */
export interface ShownMaterial extends MaterialView {
  local: { path: string; thumbnail: string | null; type: FileType; sourceSha256?: string }[]
  waiting: 'on-phone' | null
  /** Why the county did not take it, with the operation to retry or give up. */
  trouble: { operationId: string; problem: Problem } | null
}

export interface ShownSheet extends Omit<Sheet, 'items' | 'materials'> {
  items: Record<ItemId, ShownItem>
  materials: Record<string, ShownMaterial>
}

/**
 * The sheet as the person sees it: the county's items with what is still on this phone on top, pictures that wait
 * included, and the total that follows. `me` signs what was not sent yet. Revisions stay the county's.
 */
export function overlay(sheet: Sheet, rubric: Rubric, box: Box, sheetKey: SheetKey, me: string): ShownSheet {
  const items: Record<ItemId, ShownItem> = {}
  for (const [itemId, item] of Object.entries(sheet.items)) items[itemId] = { ...item, waiting: null, trouble: null }
  let self = sheet.summary.self
  for (const [itemId, pending] of Object.entries(box.selfScores[sheetKey] ?? {})) {
    const before = sheet.items[itemId]
    const shown = overlayItem(before, pending, me)
    items[itemId] = shown
    self = retallied(self, rubric, itemId, before?.self ?? null, shown.self)
  }
  const materials = overlayMaterials(sheet.materials, box.materials[sheetKey] ?? [], me)
  const summary = { ...sheet.summary, self, materials: Object.keys(materials).length }
  return { ...sheet, items, materials, summary }
}

function overlayItem(before: SheetItem | undefined, pending: PendingSelfScore, me: string): ShownItem {
  const nothing = { self: null, supplement: null, released: null }
  const mine = mineOf(pending)
  const revision = before?.self?.revision ?? 0
  const { at, ...draft } = mine
  const self: SelfScoreView = { ...draft, revision, signature: { name: me, at, fromPaper: false } }
  const trouble = pending.trouble?.kind === 'conflict' ? { ...pending.trouble, mine } : pending.trouble
  return { ...(before ?? nothing), self, waiting: trouble ? null : 'on-phone', trouble }
}

/** The latest that the person entered. */
function mineOf({ typed, sent }: PendingSelfScore): SelfScoreDraft & { at: Instant } {
  if (typed) return { ...typed.draft, at: typed.at }
  const { score = null, notApplicable = null, remark = '' } = sent?.change ?? {}
  return { score, notApplicable, remark, at: sent?.at ?? 0 }
}

function retallied(
  tally: Tally,
  rubric: Rubric,
  itemId: ItemId,
  before: SelfScoreView | null,
  after: SelfScoreView | null,
): Tally {
  const item = findItem(rubric, itemId)
  if (!item) return tally
  const without = addAnswer(tally, item.points, selfAnswer(before ?? undefined), -1)
  return addAnswer(without, item.points, selfAnswer(after ?? undefined))
}
