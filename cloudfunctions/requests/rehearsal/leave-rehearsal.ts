import { Nothing } from '#shared/contract/fields'
import { permissions } from '../../permissions/permissions'
import { setRehearsal } from '../../repositories/members'
import { defineRequest } from '../../request-pipeline/define-request'

/** Back to the posts that one has, or to none; what was tried stays, for the next time. */
export const leaveRehearsal = defineRequest('rehearsal.leave', {
  interactive: true,
  schema: Nothing,
  load: () => ({}),
  permit: permissions['rehearsal.leave'],
  act: async ({ asker }) => {
    await setRehearsal(asker.memberId, null)
    return {}
  },
})
