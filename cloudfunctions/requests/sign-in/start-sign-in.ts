import { Nothing } from '#shared/contract/fields'
import { printSignInCode } from '#shared/contract/sign-in-code'
import { randomId, sha256Hex } from '../../infrastructure/secrets'
import { permissions } from '../../permissions/permissions'
import { addTicket } from '../../repositories/sign-in-tickets'
import { defineRequest } from '../../request-pipeline/define-request'

/** How long a QR code can be scanned. */
const TICKET_LIFE = 2 * 60_000

export const startSignIn = defineRequest('sign-in.start', {
  interactive: true,
  schema: Nothing,
  load: () => ({}),
  permit: permissions['sign-in.start'],
  act: async ({ now }) => {
    const ticketId = randomId()
    const claim = randomId()
    const expiresAt = now + TICKET_LIFE
    await addTicket({
      _id: ticketId,
      claimHash: sha256Hex(claim),
      expiresAt,
      memberId: null,
      memberName: null,
      takenAt: null,
    })
    return { ticketId, code: printSignInCode(ticketId), claim, expiresAt }
  },
})
