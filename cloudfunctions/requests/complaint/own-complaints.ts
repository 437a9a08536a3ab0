import { Nothing } from '#shared/contract/fields'
import { permissions } from '../../permissions/permissions'
import { complaintsOf } from '../../repositories/complaints'
import { defineRequest } from '../../request-pipeline/define-request'
import { complaintView } from './complaint-view'
import { senderIdOf } from './sender'

export const ownComplaints = defineRequest('complaint.own', {
  interactive: true,
  schema: Nothing,
  load: () => ({}),
  permit: permissions['complaint.own'],
  act: async ({ asker }) => ({ complaints: (await complaintsOf(senderIdOf(asker))).map(complaintView) }),
})
