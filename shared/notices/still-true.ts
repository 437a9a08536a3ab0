import type { AssessedItem, Extension, Submission } from '../assessment/assessment'
import type { Instant } from '../assessment/signature'
import { isSupplementOpen } from '../assessment/summarize'
import { type Cycle, scoresReachUnits, unitsStillFill } from '../cycle/cycle'
import type { ItemId } from '../rubric/rubric'
import type { NoticeSubject } from './notice'

/** How a sheet stands, as far as notices go. */
export interface Standing {
  submission: Submission | null
  selfDueAt: Instant
  extension?: Extension
  items: Record<ItemId, AssessedItem>
}

/** The item that says whether a notice still is so; none where the sheet or the year says it. */
export function itemInQuestion({ kind, itemId }: Pick<NoticeSubject, 'kind' | 'itemId'>): ItemId[] {
  const isOfItem = kind === 'returned' || kind === 'score-doubt-raised' || kind === 'score-doubt-answered'
  return isOfItem && itemId !== null ? [itemId] : []
}

/**
 * Whether what a notice says still is so: otherwise it is not sent, and nobody need be phoned about it. `toPhone`: units in
 * which somebody is still to be phoned.
 */
export function isStillTrue(
  { kind, itemId, occasion, expiresAt }: NoticeSubject & { expiresAt: Instant },
  sheet: Standing | undefined,
  cycle: Pick<Cycle, 'phase'> | undefined,
  now: Instant,
  toPhone = 0,
): boolean {
  if (now >= expiresAt) return false
  switch (kind) {
    case 'deadline-near':
      return isDueThen(sheet, cycle, expiresAt)
    case 'extended':
      return isDueThen(sheet, cycle, expiresAt) && sheet?.extension?.signature.at === occasion
    case 'returned': {
      const item = sheet?.items[itemId ?? '']
      return item?.supplement?.at === occasion && isSupplementOpen(item)
    }
    case 'received':
      return sheet?.submission?.signature.at === occasion
    case 'year-opened':
      // It names the county's day: who was given another is told that one.
      return sheet?.submission === null && !sheet.extension?.length
    case 'released':
      return cycle !== undefined && scoresReachUnits(cycle)
    case 'unreached':
      return toPhone > 0
    case 'score-doubt-raised': {
      const doubt = sheet?.items[itemId ?? '']?.doubt
      return doubt?.state === 'open' && doubt.signature.at === occasion
    }
    case 'score-doubt-answered':
      return sheet?.items[itemId ?? '']?.doubt?.answer?.signature.at === occasion
    case 'all-in':
    case 'doubt-answered':
    // Whether they still are held, whoever reads the checks knows.
    case 'content-held':
      return true
  }
}

/** Not handed in, in a phase in which it still can be; what was planned for another deadline names a day that is not true. */
function isDueThen(sheet: Standing | undefined, cycle: Pick<Cycle, 'phase'> | undefined, dueAt: Instant): boolean {
  return sheet?.submission === null && cycle !== undefined && unitsStillFill(cycle) && sheet.selfDueAt === dueAt
}
