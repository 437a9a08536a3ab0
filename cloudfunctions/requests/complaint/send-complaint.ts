import { complaintsPerDay, SendComplaint } from '#shared/contract/complaint-contract'
import { permissions } from '../../permissions/permissions'
import {
  addComplaint,
  type Complaint,
  complaintsOf,
  readComplaint,
  removeComplaint,
} from '../../repositories/complaints'
import { leaveJob } from '../../repositories/jobs'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { complaintView } from './complaint-view'
import { senderIdOf } from './sender'

const DAY = 86_400_000

export const sendComplaint = defineRequest('complaint.send', {
  interactive: true,
  schema: SendComplaint,
  load: () => ({}),
  permit: permissions['complaint.send'],
  act: async ({ input: { operationId, text, contact }, asker, now }) => {
    const senderId = senderIdOf(asker)
    const { openid, actor } = asker
    const name = actor?.name ?? null
    const sent: Complaint = {
      _id: operationId,
      senderId,
      openid,
      name,
      text,
      contact,
      at: now,
      check: 'pending',
      answer: null,
    }
    // Written and counted at once, and taken back where it is one too many: who keeps to the measure waits once.
    const [isNew, earlier] = await Promise.all([
      addComplaint(sent),
      complaintsOf(senderId),
      leaveJob(
        `check-complaint:${operationId}`,
        { kind: 'check-complaint', payload: { complaintId: operationId } },
        now,
      ),
    ])
    if (!isNew) {
      const standing = await readComplaint(operationId)
      const isSame = standing?.senderId === senderId && standing.text === text && standing.contact === contact
      return isSame ? complaintView(standing) : refuse('operation.reused')
    }
    const ofToday = earlier.filter(({ _id, at }) => _id !== operationId && now - at < DAY)
    if (ofToday.length < complaintsPerDay) return complaintView(sent)
    await removeComplaint(operationId)
    return refuse('complaint.too-many', { maximum: complaintsPerDay })
  },
})
