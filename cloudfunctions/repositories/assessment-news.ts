import type { Assessment, Instant } from '#shared/assessment/assessment'
import { command } from '../infrastructure/collection'
import { type AssessmentRow, assessments, rowFields } from './assessments'

/** Sheets whose reminder is due and that are not handed in. One round trip. */
export function listToRemind(now: Instant, limit: number): Promise<AssessmentRow[]> {
  return assessments.list(
    { stage: command.in(['filling', 'awaiting-chair']), remindAt: command.lte(now) },
    { fields: rowFields, limit },
  )
}

/** The reminders of those sheets, all due at `selfDueAt`, are planned; the next one is at `next`. One round trip. */
export async function noteReminded(
  rows: readonly Pick<AssessmentRow, '_id' | 'remindAt'>[],
  selfDueAt: Instant,
  next: Instant | null,
) {
  await assessments.update(
    {
      _id: command.in(rows.map(({ _id }) => _id)),
      remindAt: command.in(rows.map(({ remindAt }) => remindAt)),
      // Whoever was given another day meanwhile has its own next reminder.
      selfDueAt,
    },
    { remindAt: next },
  )
}

export type UntoldSheet = AssessmentRow & Pick<Assessment, 'items' | 'untold'>

/** Sheets of which somebody is to be told something. One round trip. */
export function listUntold(limit: number): Promise<UntoldSheet[]> {
  return assessments.list({ untold: command.gt('') }, { fields: [...rowFields, 'items', 'untold'], limit })
}

/** All of it is planned, unless something has come since it was read: a mark is an operation's and belongs to one sheet. */
export async function noteTold(sheets: readonly Pick<UntoldSheet, '_id' | 'untold'>[]): Promise<void> {
  if (sheets.length === 0) return
  await assessments.update(
    { _id: command.in(sheets.map(({ _id }) => _id)), untold: command.in(sheets.map(({ untold }) => untold)) },
    { untold: null },
  )
}

/** Whether every sheet of the cycle is handed in. One round trip. */
export async function areAllIn(cycleId: string): Promise<boolean> {
  const missing = await assessments.list(
    { cycleId, stage: command.in(['filling', 'awaiting-chair']) },
    { fields: ['unitId'], limit: 1 },
  )
  return missing.length === 0
}

/** Units of the cycle behind `after`, in the order of their ids. One round trip. */
export function listUnitsBehind(
  cycleId: string,
  after: string,
  limit: number,
): Promise<Pick<Assessment, '_id' | 'unitId'>[]> {
  return assessments.list(
    { cycleId, unitId: command.gt(after) },
    { fields: ['unitId'], orderBy: { field: 'unitId', direction: 'asc' }, limit },
  )
}

/**
 * What says whether notices of those sheets are still true: how far they are, and what is asked for at those items. One
 * round trip, none where none is asked for.
 */
export async function readStandings(
  assessmentIds: readonly string[],
  itemIds: readonly string[],
): Promise<Map<string, AssessmentRow & Pick<Assessment, 'items'>>> {
  if (assessmentIds.length === 0) return new Map()
  const parts = itemIds.flatMap(itemId => [`items.${itemId}.supplement`, `items.${itemId}.doubt`] as const)
  const found = await assessments.list({ _id: command.in([...assessmentIds]) }, { fields: rowFields, parts })
  return new Map(found.map(row => [row._id, { ...row, items: row.items ?? {} }]))
}
