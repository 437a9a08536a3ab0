import { Nothing } from '#shared/contract/fields'
import { permissions } from '../../permissions/permissions'
import { listNewestComplaints } from '../../repositories/complaints'
import { defineRequest } from '../../request-pipeline/define-request'
import { keptComplaint } from './complaint-view'

export const listComplaints = defineRequest('complaint.list', {
  interactive: true,
  schema: Nothing,
  load: () => ({ newest: listNewestComplaints() }),
  permit: permissions['complaint.list'],
  act: async ({ loaded: { newest } }) => ({
    complaints: newest
      .map(keptComplaint)
      .sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null) || b.at - a.at),
  }),
})
