import { Nothing } from '#shared/contract/fields'
import { itemsOf } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { currentCycle } from '../../repositories/cycles'
import { readRubricVersions, shippedVersions } from '../../repositories/rubric-versions'
import { defineRequest } from '../../request-pipeline/define-request'
import { cycleView } from '../views/cycle-view'

export const listRubrics = defineRequest('rubric.list', {
  interactive: true,
  schema: Nothing,
  load: () => ({ cycle: currentCycle() }),
  permit: permissions['rubric.list'],
  act: async ({ loaded: { cycle } }) => {
    const versions = cycle ? await readRubricVersions(Object.values(cycle.rubricVersionIds)) : shippedVersions
    const rubrics = [...versions].map(([rubricVersionId, rubric]) => ({
      rubricVersionId,
      annex: rubric.annex,
      title: rubric.title,
      audienceAsWritten: rubric.audienceAsWritten,
      items: itemsOf(rubric).length,
    }))
    rubrics.sort((a, b) => (a.annex < b.annex ? -1 : 1))
    return { cycle: cycle && cycleView(cycle), rubrics }
  },
})
