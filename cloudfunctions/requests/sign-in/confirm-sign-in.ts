import { ConfirmSignIn } from '#shared/contract/identity-contract'
import { permissions } from '../../permissions/permissions'
import { confirmTicket, readTicket } from '../../repositories/sign-in-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'

/** The phone has scanned the computer's code: whoever holds the phone is who signs in there. */
export const confirmSignIn = defineRequest('sign-in.confirm', {
  interactive: true,
  schema: ConfirmSignIn,
  load: ({ ticketId }) => ({ ticket: needed(readTicket(ticketId), 'sign-in.unknown') }),
  permit: permissions['sign-in.confirm'],
  act: async ({ loaded: { ticket }, asker, now }) => {
    if (now > ticket.expiresAt) return refuse('sign-in.expired')
    if (ticket.memberId !== null) {
      // A repeated delivery of the own confirmation is answered as the first one was.
      return ticket.memberId === asker.memberId && ticket.takenAt === null
        ? { name: asker.name }
        : refuse('sign-in.used')
    }
    const confirmed = await confirmTicket(ticket._id, asker.memberId, asker.name)
    return confirmed ? { name: asker.name } : refuse('sign-in.used')
  },
})
