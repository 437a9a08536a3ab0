import type { CallFunction } from './capabilities'
import { parseReply } from './parse-reply'
import { session } from './session'

/** A person waits no longer than this for an answer. */
const LIMIT = 15_000

/** `POST /api` of the county's own domain, with this PC's session. */
export const callFunction: CallFunction = async call => {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), LIMIT)
  const token = session.token()
  try {
    const response = await fetch('/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(call),
      signal: limit.signal,
    })
    return parseReply(await response.json())
  } catch {
    return 'unreachable'
  } finally {
    clearTimeout(timer)
  }
}
