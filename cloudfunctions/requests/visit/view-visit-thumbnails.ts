import { assessmentId } from '#shared/assessment/assessment'
import { ViewVisitThumbnails } from '#shared/contract/visit-contract'
import { filesShownSmall } from '#shared/materials/personal'
import { fileKeyOf, isHidden } from '#shared/materials/wechat-check'
import { filesPerCall, signedAddresses } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { readSheet } from '../../repositories/assessments'
import { readChecks } from '../../repositories/content-checks'
import { readVisitGroup } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'

/**
 * Where the thumbnails of one unit's materials are fetched from; at most 50 a call, the phone asks again for the rest. Of
 * personal papers and of what WeChat thinks risky there is none.
 */
export const viewVisitThumbnails = defineRequest('visit.thumbnails', {
  interactive: true,
  schema: ViewVisitThumbnails,
  load: (input: ViewVisitThumbnails) => ({
    group: readVisitGroup(input.cycleId, input.groupId),
    checks: readChecks(assessmentId(input.cycleId, input.unitId)),
    assessment: needed(readSheet(assessmentId(input.cycleId, input.unitId)), 'assessment.unknown'),
  }),
  permit: permissions['visit.thumbnails'],
  act: async ({ input, loaded: { assessment, checks } }) => {
    const wanted = input.materials
      .flatMap(materialId => assessment.materials[materialId] ?? [])
      .flatMap(filesShownSmall)
      .filter(({ fileId }) => !isHidden(checks?.files[fileKeyOf(fileId)]))
      .flatMap(({ thumbnailId }) => thumbnailId ?? [])
    return { addresses: Object.fromEntries(await signedAddresses(wanted.slice(0, filesPerCall))) }
  },
})
