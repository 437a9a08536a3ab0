import { ReturnOnVisit } from '#shared/contract/visit-contract'
import { supplementUntil } from '#shared/cycle/supplement-until'
import { findItem } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { rubricOf } from '../assessment/load-sheet'
import { askToSupply } from '../review/ask-to-supply'
import { loadVisitedUnit } from './load-visited-unit'

/** 限期补充 said on the visit: as 请补充 of the item's department, with the group's name, from when it arrives. */
export const returnOnVisit = defineRequest('visit.return', {
  interactive: true,
  schema: ReturnOnVisit,
  load: loadVisitedUnit,
  permit: permissions['visit.return'],
  act: async ({ input, loaded, asker, now }) => {
    const { itemId, operationId, reason, until: asked } = input
    const { assessment, group, held } = loaded
    const rubric = await rubricOf(assessment)
    const item = findItem(rubric, itemId)
    if (!item) return refuse('item.unknown')
    const until = supplementUntil(asked, now, assessment.reviewOpenUntil)
    const returned = await askToSupply({
      sheet: assessment,
      held,
      rubric,
      item,
      supplement: { departmentId: item.department, reason, until, at: now, groupName: group?.name ?? '' },
      operationId,
      body: input,
      asker,
      now,
      mayStill: moved => permissions['visit.return'].when(asker, { ...loaded, assessment: moved }, now),
    })
    return 'supplement' in returned ? { supplement: returned.supplement } : returned
  },
})
