import { ReturnItem } from '#shared/contract/review-contract'
import { findItem } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { askToSupply } from './ask-to-supply'
import { loadDepartment } from './load-department'

/** 请补充: asks the unit to supply something for one item, with a reason and until when. */
export const returnItem = defineRequest('review.return', {
  interactive: true,
  schema: ReturnItem,
  load: (input: ReturnItem) => ({ ...loadSheet(input), ...loadDepartment(input) }),
  permit: permissions['review.return'],
  act: async ({ input, loaded, asker, now }) => {
    const { departmentId, itemId, operationId, reason, until } = input
    const rubric = await rubricOf(loaded.assessment)
    const item = findItem(rubric, itemId)
    if (!item) return refuse('item.unknown')
    if (item.department !== departmentId) return refuse('permission.denied')
    if (until <= now) return refuse('supplement.until-past')
    return askToSupply({
      sheet: loaded.assessment,
      held: loaded.held,
      rubric,
      item,
      supplement: { departmentId, reason, until, at: now },
      operationId,
      body: input,
      asker,
      now,
      mayStill: assessment => permissions['review.return'].when(asker, { ...loaded, assessment }, now),
    })
  },
})
