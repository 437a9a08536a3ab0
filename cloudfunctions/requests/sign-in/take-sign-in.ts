import { TakeSignIn } from '#shared/contract/identity-contract'
import { randomId, sameSecret, sha256Hex } from '../../infrastructure/secrets'
import { setting } from '../../infrastructure/settings'
import { permissions } from '../../permissions/permissions'
import { addSession } from '../../repositories/sessions'
import { readTicket, takeTicket } from '../../repositories/sign-in-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { signSessionToken } from '../../request-pipeline/session-token'

/** A working day: the computer of an office is signed in again the next morning. */
const SESSION_LIFE = 12 * 3_600_000

/** The computer asks every other second whether its code was scanned; the first answer after that is the session. */
export const takeSignIn = defineRequest('sign-in.take', {
  interactive: true,
  schema: TakeSignIn,
  load: ({ ticketId }) => ({ ticket: needed(readTicket(ticketId), 'sign-in.unknown') }),
  permit: permissions['sign-in.take'],
  act: async ({ input: { claim }, loaded: { ticket }, now }) => {
    if (!sameSecret(sha256Hex(claim), ticket.claimHash)) return refuse('sign-in.unknown')
    if (ticket.takenAt !== null) return refuse('sign-in.used')
    if (now > ticket.expiresAt) return refuse('sign-in.expired')
    const { memberId, memberName } = ticket
    if (memberId === null || memberName === null) return { waiting: true }
    const session = { _id: randomId(), memberId, startedAt: now, expiresAt: now + SESSION_LIFE, endedAt: null }
    // Side by side: where the ticket turns out to be taken, the session stays without a token and nobody can use it.
    const [taken] = await Promise.all([takeTicket(ticket._id, now), addSession(session)])
    if (!taken) return refuse('sign-in.used')
    const claims = { sessionId: session._id, memberId, expires: session.expiresAt }
    return { waiting: false, session: signSessionToken(claims, setting('SESSION_SECRET')), name: memberName }
  },
})
