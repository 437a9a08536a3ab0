import { Nothing } from '#shared/contract/fields'
import { permissions } from '../permissions/permissions'
import { defineRequest } from '../request-pipeline/define-request'

/** Answers that the function runs; asks nothing of the database. */
export const health = defineRequest('health', {
  interactive: true,
  schema: Nothing,
  load: () => ({}),
  permit: permissions.health,
  act: async () => ({ healthy: true }),
})
