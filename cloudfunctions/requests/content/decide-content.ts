import { assessmentId } from '#shared/assessment/assessment'
import { DecideContent } from '#shared/contract/content-contract'
import { permissions } from '../../permissions/permissions'
import { decideFile } from '../../repositories/content-checks'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'

/** Said again it stands as it stood: the later word counts, and both who and when go with it. */
export const decideContent = defineRequest('content.decide', {
  interactive: true,
  schema: DecideContent,
  load: () => ({}),
  permit: permissions['content.decide'],
  act: async ({ input: { cycleId, unitId, fileKey, shown }, asker, now }) => {
    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    const decided = await decideFile(assessmentId(cycleId, unitId), fileKey, { shown, signature })
    return decided ? {} : refuse('content.unknown')
  },
})
