import type { KnownRubrics, RubricDocument } from '#shared/rubric-import/rubric-document'
import { understandRubrics } from '#shared/rubric-import/understand-rubrics'
import { unreadable } from '#shared/rubric-import/unreadable'
import { readWordFile } from './read-word-file'

/**
 * What an uploaded file says as rubrics, as plain JSON: the four annexes as drafts with everything to decide, or why the
 * file is no readable Word document and what to do. Never throws because of the file; holds at most a few times its XML in
 * memory.
 *
 * @param bytes the file, whatever it is
 * @param known the annexes as they stand, from which our lines are carried over
 */
export async function readRubricDocument(bytes: Uint8Array, known: KnownRubrics): Promise<RubricDocument> {
  const read = await readWordFile(bytes)
  if ('reason' in read) return { kind: 'unreadable', reason: read.reason, message: unreadable[read.reason] }
  return { kind: 'read', ...understandRubrics(read.document, known) }
}
