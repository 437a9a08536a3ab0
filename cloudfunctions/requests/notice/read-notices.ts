import { ReadNotices } from '#shared/contract/notice-contract'
import { permissions } from '../../permissions/permissions'
import { noteRead } from '../../repositories/notices'
import { defineRequest } from '../../request-pipeline/define-request'

/** The person has seen these. Of others' notices nothing happens: only the own are changed. */
export const readNotices = defineRequest('notice.read', {
  interactive: true,
  schema: ReadNotices,
  load: () => ({}),
  permit: permissions['notice.read'],
  act: async ({ input, asker, now }) => {
    await noteRead(asker.memberId, input.notices, now)
    return {}
  },
})
