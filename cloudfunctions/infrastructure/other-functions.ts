import type { DocumentTask } from '../documents/tasks'
import { cloud } from './cloud'
import { roundTrip } from './round-trips'

/** Gives the function `documents` a task and answers what it returns, unchecked. Throws where it fails. */
export async function callDocuments(task: DocumentTask): Promise<unknown> {
  const { result } = await roundTrip(() => cloud.callFunction<DocumentTask, unknown>({ name: 'documents', data: task }))
  return result
}
