import type { AssessedItem, Submission } from '../assessment/assessment'
import type { Instant } from '../assessment/signature'
import { isSupplementOpen } from '../assessment/summarize'
import { type Cycle, scoresReachUnits } from '../cycle/cycle'
import type { ItemId } from '../rubric/rubric'
import type { NoticeSubject } from './notice'

/** How a sheet stands, as far as notices go. */
export interface Standing {
  submission: Submission | null
  selfDueAt: Instant
  items: Record<ItemId, AssessedItem>
}

/** Whether what a notice says still is so: otherwise it is not sent, and nobody need be phoned about it. */
export function isStillTrue(
  { kind, itemId, occasion, expiresAt }: NoticeSubject & { expiresAt: Instant },
  sheet: Standing | undefined,
  cycle: Pick<Cycle, 'phase'> | undefined,
  now: Instant,
): boolean {
  if (now >= expiresAt) return false
  switch (kind) {
    case 'deadline-near':
      return sheet?.submission === null && now < sheet.selfDueAt
    case 'returned': {
      const item = sheet?.items[itemId ?? '']
      return item?.supplement?.at === occasion && isSupplementOpen(item)
    }
    case 'received':
      return sheet?.submission?.signature.at === occasion
    case 'year-opened':
      return sheet?.submission === null
    case 'released':
      return cycle !== undefined && scoresReachUnits(cycle)
    case 'all-in':
    case 'doubt-answered':
      return true
  }
}
