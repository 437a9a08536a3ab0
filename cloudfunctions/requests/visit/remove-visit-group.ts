import { RemoveVisitGroup } from '#shared/contract/visit-contract'
import { permissions } from '../../permissions/permissions'
import { hasVisitDrafts } from '../../repositories/visit-drafts'
import { readVisitGroup, removeVisitGroup as removeGroup } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'

/** A group made by mistake. Once somebody has noted something in its name it stays: departments read that name. */
export const removeVisitGroup = defineRequest('visit-group.remove', {
  interactive: true,
  schema: RemoveVisitGroup,
  load: ({ cycleId, groupId }: RemoveVisitGroup) => ({
    group: readVisitGroup(cycleId, groupId),
    isUsed: hasVisitDrafts(cycleId, groupId),
  }),
  permit: permissions['visit-group.remove'],
  act: async ({ input: { revision }, loaded: { group, isUsed } }) => {
    if (!group) return {}
    if (isUsed) return refuse('visit-group.has-notes')
    if (group.revision !== revision) return refuse('visit-group.stale')
    await removeGroup(group)
    return {}
  },
})
