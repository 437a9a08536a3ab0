import type { Instant, ReviewScore } from '#shared/assessment/assessment'
import type { ItemId } from '#shared/rubric/rubric'
import { collection, command } from '../infrastructure/collection'

/** What one member suggests of one item: private to the group and the item's department, and without history. */
export interface VisitDraft {
  looking: boolean
  score: ReviewScore | null
  at: Instant
  /** The last operations taken, so that a late repetition changes nothing. */
  operations: string[]
}

/** All that one member of one group has noted of one unit. */
export interface VisitDrafts {
  _id: string
  cycleId: string
  groupId: string
  unitId: string
  memberId: string
  memberName: string
  groupName: string
  items: Record<ItemId, VisitDraft>
  revision: number
  /** The revision whose words WeChat has not been asked about; null once it was. */
  unchecked?: number | null
}

type Whose = Pick<VisitDrafts, 'cycleId' | 'groupId' | 'unitId' | 'memberId'>
const drafts = collection<VisitDrafts>('visit-drafts')

export const visitDraftsId = ({ cycleId, groupId, unitId, memberId }: Whose) =>
  `${cycleId}:${groupId}:${unitId}:${memberId}`

/** Of these units, by whomever of whichever group. One round trip. */
export async function listVisitDrafts(cycleId: string, unitIds: readonly string[]): Promise<VisitDrafts[]> {
  return unitIds.length === 0 ? [] : drafts.list({ cycleId, unitId: command.in([...unitIds]) })
}

/** Whether anybody of the group has noted anything. One round trip. */
export async function hasVisitDrafts(cycleId: string, groupId: string): Promise<boolean> {
  return (await drafts.list({ cycleId, groupId }, { fields: ['groupId'], limit: 1 })).length > 0
}

/** One item of all units. One round trip. */
export async function listVisitDraftsOfItem(cycleId: string, itemId: ItemId): Promise<VisitDrafts[]> {
  const fields = ['cycleId', 'groupId', 'unitId', 'memberId', 'memberName', 'groupName', 'revision'] as const
  const found = await drafts.list({ cycleId }, { fields, parts: [`items.${itemId}` as const] })
  return found.map(entry => ({ ...entry, items: entry.items ?? {} }))
}

/** Writes these items upon what was read; false where another delivery of the same person came between. One round trip. */
export async function keepVisitDrafts(
  stands: VisitDrafts | undefined,
  document: VisitDrafts,
  items: VisitDrafts['items'],
): Promise<boolean> {
  if (!stands) return drafts.add({ ...document, items, revision: 1, unchecked: 1 })
  const changed = await drafts.update(
    { _id: stands._id, revision: stands.revision },
    {
      ...Object.fromEntries(Object.entries(items).map(([itemId, draft]) => [`items.${itemId}`, command.set(draft)])),
      memberName: document.memberName,
      groupName: document.groupName,
      revision: command.inc(1),
      unchecked: stands.revision + 1,
    },
  )
  return changed === 1
}

/** Notes that WeChat has not been asked about. One round trip. */
export function listUncheckedNotes(limit: number): Promise<VisitDrafts[]> {
  return drafts.list({ unchecked: command.gt(0) }, { limit })
}

/** WeChat was asked about them, unless they have changed since they were read. One round trip. */
export async function noteNotesChecked(notes: readonly VisitDrafts[]): Promise<void> {
  await Promise.all(notes.map(({ _id, unchecked }) => drafts.update({ _id, unchecked }, { unchecked: null })))
}
