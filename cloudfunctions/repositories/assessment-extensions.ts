import type { Assessment, HistoryEntry } from '#shared/assessment/assessment'
import { command } from '../infrastructure/collection'
import { assessments } from './assessments'

/** What an extension changes: itself, and the deadlines that follow from it. */
type Extended = Required<Pick<Assessment, 'extension' | 'selfDueAt' | 'selfOpenUntil' | 'reviewOpenUntil' | 'remindAt'>>

/**
 * Extends those sheets that are not handed in and whose extension is still the one of the operation `standing`, null
 * for none; each carries its own history entry, and its unit is told by the mark. Answers how many were. One round trip.
 */
export function extendSheets(
  assessmentIds: readonly string[],
  standing: string | null,
  { extension, ...deadlines }: Extended,
  entry: HistoryEntry,
): Promise<number> {
  return assessments.update(
    {
      _id: command.in([...assessmentIds]),
      stage: command.in(['filling', 'awaiting-chair']),
      'extension.operationId': standing ?? command.exists(false),
      'history.operationId': command.nin([entry.operationId]),
    },
    {
      ...deadlines,
      extension: command.set(extension),
      untold: entry.operationId,
      history: command.push([entry]),
    },
  )
}

/** Which of those sheets have this operation in their history, with this body or with another. One round trip. */
export async function findOperation(
  assessmentIds: readonly string[],
  operationId: string,
  bodyHash: string,
): Promise<{ done: Set<string>; reused: Set<string> }> {
  const _id = command.in([...assessmentIds])
  const [withId, withBody] = await Promise.all([
    assessments.list({ _id, 'history.operationId': operationId }, { fields: ['unitId'] }),
    assessments.list({ _id, 'history.bodyHash': bodyHash }, { fields: ['unitId'] }),
  ])
  const done = new Set(withBody.map(row => row._id))
  return { done, reused: new Set(withId.map(row => row._id).filter(id => !done.has(id))) }
}
