import type { IncomingMessage } from 'node:http'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'

/**
 * The whole body of a request.
 * @throws CloudError EXCEED_MAX_PAYLOAD_SIZE where it is longer than `limit` bytes; the rest is read and thrown away, so
 * that the sender gets an answer instead of a broken connection.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
  }
  if (length > limit) {
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the request is ${length} bytes long, the limit is ${limit} bytes`)
  }
  return Buffer.concat(chunks, length)
}

/** @throws CloudError INVALID_PARAM where the body is no JSON object. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Fields> {
  const body = await readBody(request, limit)
  const value = parseJson(body.toString('utf8'))
  if (!isFields(value)) throw new CloudError('INVALID_PARAM', 'the request is not a JSON object')
  return value
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
