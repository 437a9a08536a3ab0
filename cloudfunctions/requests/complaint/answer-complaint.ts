import { AnswerComplaint } from '#shared/contract/complaint-contract'
import { permissions } from '../../permissions/permissions'
import { keepAnswer, readComplaint } from '../../repositories/complaints'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { keptComplaint } from './complaint-view'

export const answerComplaint = defineRequest('complaint.answer', {
  interactive: true,
  schema: AnswerComplaint,
  load: ({ complaintId }: AnswerComplaint) => ({ complaint: needed(readComplaint(complaintId), 'complaint.unknown') }),
  permit: permissions['complaint.answer'],
  act: async ({ input: { complaintId, operationId, text }, loaded: { complaint }, asker, now }) => {
    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    const answer = { operationId, text, signature }
    if (await keepAnswer(complaintId, answer)) return keptComplaint({ ...complaint, answer })
    const standing = (await readComplaint(complaintId)) ?? complaint
    if (standing.answer?.operationId !== operationId) return refuse('complaint.answered')
    return standing.answer.text === text ? keptComplaint(standing) : refuse('operation.reused')
  },
})
