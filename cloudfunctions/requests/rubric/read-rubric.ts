import { ReadRubric } from '#shared/contract/cycle-contract'
import { permissions } from '../../permissions/permissions'
import { readRubricVersion } from '../../repositories/rubric-versions'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'

export const readRubric = defineRequest('rubric.read', {
  interactive: true,
  schema: ReadRubric,
  load: ({ rubricVersionId }) => ({ rubric: needed(readRubricVersion(rubricVersionId), 'rubric.unknown') }),
  permit: permissions['rubric.read'],
  act: async ({ input: { rubricVersionId }, loaded: { rubric } }) => ({ rubricVersionId, rubric }),
})
