import type { ComplaintView, KeptComplaint } from '#shared/contract/complaint-contract'
import type { Complaint } from '../../repositories/complaints'

/** As its sender sees it: that the county answers, not who. */
export function complaintView({ _id, text, contact, at, answer }: Complaint): ComplaintView {
  return { complaintId: _id, text, contact, at, answer: answer && { text: answer.text, at: answer.signature.at } }
}

/** As the office sees it. */
export function keptComplaint(complaint: Complaint): KeptComplaint {
  const { name, check, answer } = complaint
  return {
    ...complaintView(complaint),
    name,
    isRisky: check === 'risky',
    answer: answer && { text: answer.text, at: answer.signature.at, by: answer.signature.name },
  }
}
