import { cloud } from './cloud'
import { roundTrip } from './round-trips'

/** Calls the function `documents` and answers what it returns, unchecked. Throws where it fails. */
export async function callDocuments(request: object): Promise<unknown> {
  const { result } = await roundTrip(() => cloud.callFunction<object, unknown>({ name: 'documents', data: request }))
  return result
}
