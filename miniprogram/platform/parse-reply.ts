import type { Reply } from '#shared/contract/envelope'

/**
 * Tells a reply of ours from whatever else may come back (a gateway's error page, a hotel's sign-in page, nothing).
 * What is inside is trusted: it comes from our own server, whose types are the contract's.
 */
export function parseReply(received: unknown): Reply | 'unreachable' {
  if (typeof received !== 'object' || received === null) return 'unreachable'
  const reply = received as Partial<Reply>
  const isOurs = typeof reply.ok === 'boolean' && typeof reply.serverTime === 'number'
  return isOurs ? (received as Reply) : 'unreachable'
}
