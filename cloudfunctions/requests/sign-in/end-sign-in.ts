import { Nothing } from '#shared/contract/fields'
import { permissions } from '../../permissions/permissions'
import { endSession } from '../../repositories/sessions'
import { defineRequest } from '../../request-pipeline/define-request'

/** Signs the computer out. Whoever is not signed in has nothing to end, which is as good. */
export const endSignIn = defineRequest('sign-in.end', {
  interactive: true,
  schema: Nothing,
  load: () => ({}),
  permit: permissions['sign-in.end'],
  act: async ({ asker: { actor }, now }) => {
    if (actor?.sessionId) await endSession(actor.sessionId, now)
    return {}
  },
})
