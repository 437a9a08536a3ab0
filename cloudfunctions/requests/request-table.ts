import type { RequestName } from '#shared/contract/api-contract'
import type { RequestDefinition } from '../request-pipeline/define-request'
import { openAssessment } from './assessment/open-assessment'
import { health } from './health'
import { listRubrics } from './rubric/list-rubrics'
import { readRubric } from './rubric/read-rubric'

/** Every request of the product, one line each. A name of the contract without its line does not compile. */
export const requestTable: Partial<{ [Name in RequestName]: RequestDefinition<Name> }> = {
  health,

  'rubric.list': listRubrics,
  'rubric.read': readRubric,

  'assessment.open': openAssessment,
}
