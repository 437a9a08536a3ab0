import { keepResult } from '../repositories/content-checks'
import { readMediaCheck } from './read-event'

/** The function to which WeChat pushes its messages. What is not known here is acknowledged and left alone. */
export async function main(event: unknown): Promise<string> {
  const result = readMediaCheck(event)
  if (result) await keepResult(result.traceId, result.state)
  return 'success'
}
