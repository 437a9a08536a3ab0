import { maximumBytesOf } from '#shared/materials/file-limits'
import type { RubricDocument } from '#shared/rubric-import/rubric-document'
import { unreadable } from '#shared/rubric-import/unreadable'
import { readObject, signedAddresses } from '../infrastructure/storage'
import { readKnownRubrics } from '../repositories/known-rubrics'
import { readRubricDocument } from './word/read-rubric-document'

/** Reads an uploaded Word file as rubrics. What they are compared with it reads itself: four annexes are too long to be told. */
export async function readRubric(fileId: string): Promise<RubricDocument> {
  const [known, addresses] = await Promise.all([readKnownRubrics(), signedAddresses([fileId])])
  const address = addresses.get(fileId)
  if (address === undefined) throw new Error('The file is gone')
  const object = await readObject(address, maximumBytesOf('rubric'))
  if (object === null) return { kind: 'unreadable', reason: 'too-large', message: unreadable['too-large'] }
  return readRubricDocument(object.bytes, known)
}
