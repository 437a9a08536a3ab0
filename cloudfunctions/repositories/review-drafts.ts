import type { Instant } from '#shared/assessment/assessment'
import type { Draft } from '#shared/contract/review-contract'
import type { DepartmentId, ItemId } from '#shared/rubric/rubric'
import { collection, command } from '../infrastructure/collection'

/** What one reviewer has noted of one unit. Nobody else reads it, and it leaves no history. */
export interface ReviewDrafts {
  _id: string
  cycleId: string
  unitId: string
  departmentId: DepartmentId
  memberId: string
  items: Record<ItemId, Draft>
  changedAt: Instant
}

type DraftsOf = Pick<ReviewDrafts, 'cycleId' | 'departmentId' | 'memberId'>

const drafts = collection<ReviewDrafts>('review-drafts')

function draftsId({ cycleId, departmentId, memberId }: DraftsOf, unitId: string): string {
  return `${cycleId}:${unitId}:${departmentId}:${memberId}`
}

/** The person's drafts of one unit. One round trip. */
export async function readDrafts(of: DraftsOf, unitId: string): Promise<ReviewDrafts['items']> {
  return (await drafts.read(draftsId(of, unitId)))?.items ?? {}
}

/** The person's drafts of all units, by unit. One round trip. */
export async function listDrafts({ cycleId, departmentId, memberId }: DraftsOf): Promise<Map<string, ReviewDrafts>> {
  const found = await drafts.list({ cycleId, departmentId, memberId })
  return new Map(found.map(entry => [entry.unitId, entry]))
}

/**
 * Keeps drafts of one unit, leaving those of its other items as they are. One round trip: whether there is a document is
 * not known beforehand, so it is changed and added side by side, and whichever fits takes effect.
 */
export async function keepDrafts(
  of: DraftsOf,
  unitId: string,
  items: ReviewDrafts['items'],
  at: Instant,
): Promise<void> {
  const _id = draftsId(of, unitId)
  const changes = {
    ...Object.fromEntries(Object.entries(items).map(([itemId, draft]) => [`items.${itemId}`, command.set(draft)])),
    changedAt: at,
  }
  const { cycleId, departmentId, memberId } = of
  const [changed, isNew] = await Promise.all([
    drafts.update({ _id }, changes),
    drafts.add({ _id, cycleId, unitId, departmentId, memberId, items, changedAt: at }),
  ])
  // Another delivery of the same person came in between: its document is there now.
  if (changed === 0 && !isNew) await drafts.update({ _id }, changes)
}
