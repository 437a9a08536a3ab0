import { assessmentId } from '#shared/assessment/assessment'
import { DecideContent } from '#shared/contract/content-contract'
import { permissions } from '../../permissions/permissions'
import { decideFile, decideText } from '../../repositories/content-checks'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'

/** Said again it stands as it stood: the later word counts, and both who and when go with it. */
export const decideContent = defineRequest('content.decide', {
  interactive: true,
  schema: DecideContent,
  load: () => ({}),
  permit: permissions['content.decide'],
  act: async ({ input, asker, now }) => {
    const { cycleId, unitId, shown } = input
    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    const sheet = assessmentId(cycleId, unitId)
    const decided =
      'fileKey' in input
        ? decideFile(sheet, input.fileKey, { shown, signature })
        : decideText(sheet, input.textKey, { shown, signature })
    return (await decided) ? {} : refuse('content.unknown')
  },
})
