import type { HistoryEntry, Instant } from '#shared/assessment/assessment'
import { bodyHash } from '../../infrastructure/canonical-json'
import { randomId } from '../../infrastructure/secrets'
import type { Actor } from '../../permissions/permission'

interface Entered {
  operationId: string
  /** What was asked, whole. */
  body: unknown
  itemId: string | null
  part: string
  revision: number
  from: unknown
  to: unknown
  fromPaper?: boolean
}

/** The entry that one change leaves in the sheet's history, written by the same write as the change itself. */
export function historyEntry(asker: Actor, at: Instant, { body, ...entered }: Entered): HistoryEntry {
  return { ...entered, bodyHash: bodyHash(body), at, by: asker.memberId, byName: asker.name }
}

/** The entry of a step of the sheet's way, which carries no operation id of a phone: its state guards it. */
export function stageEntry(asker: Actor, at: Instant, from: string, to: unknown): HistoryEntry {
  return historyEntry(asker, at, {
    operationId: randomId(),
    body: null,
    itemId: null,
    part: 'stage',
    revision: 0,
    from,
    to,
  })
}
