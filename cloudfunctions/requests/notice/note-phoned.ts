import { NotePhoned } from '#shared/contract/notice-contract'
import { permissions } from '../../permissions/permissions'
import { notePhoned as writePhoned } from '../../repositories/notices'
import { defineRequest } from '../../request-pipeline/define-request'

/** 已电话: by whom and when; the first to say so stands. */
export const notePhoned = defineRequest('notice.phoned', {
  interactive: true,
  schema: NotePhoned,
  load: () => ({}),
  permit: permissions['notice.phoned'],
  act: async ({ input: { cycleId, notices }, asker, now }) => {
    await writePhoned(cycleId, notices, { by: asker.name, at: now })
    return {}
  },
})
