import type { Instant, Signature } from '#shared/assessment/assessment'
import type { CheckState } from '#shared/materials/wechat-check'
import { collection, command } from '../infrastructure/collection'

/** 投诉建议. */
export interface Complaint {
  /** The sender's operation id, so that a repeated delivery is the same complaint. */
  _id: string
  /** As a member's `_id` is made, whether the person is a member or not. */
  senderId: string
  /** By which WeChat is asked about the words; null where a computer sent it. */
  openid: string | null
  name: string | null
  text: string
  contact: string
  at: Instant
  check: CheckState
  answer: { operationId: string; text: string; signature: Signature } | null
}

const complaints = collection<Complaint>('complaints')

export function readComplaint(complaintId: string): Promise<Complaint | null> {
  return complaints.read(complaintId)
}

/** False where it stands already. One round trip. */
export function addComplaint(complaint: Complaint): Promise<boolean> {
  return complaints.add(complaint)
}

/** Takes back what was one too many. */
export async function removeComplaint(complaintId: string): Promise<void> {
  await complaints.remove({ _id: complaintId, answer: command.in([null]) })
}

/** What that person has sent, the newest first. One round trip. */
export function complaintsOf(senderId: string): Promise<Complaint[]> {
  return complaints.list({ senderId }, { orderBy: { field: 'at', direction: 'desc' }, limit: 50 })
}

/** The newest of all. One round trip. */
export function listNewestComplaints(): Promise<Complaint[]> {
  return complaints.list({}, { orderBy: { field: 'at', direction: 'desc' }, limit: 500 })
}

export async function keepComplaintCheck(complaintId: string, check: CheckState): Promise<void> {
  await complaints.update({ _id: complaintId }, { check })
}

/** Answers one that nobody has answered. False where somebody has, or there is none. One round trip. */
export async function keepAnswer(complaintId: string, answer: Complaint['answer']): Promise<boolean> {
  const changed = await complaints.update(
    { _id: complaintId, answer: command.in([null]) },
    { answer: command.set(answer) },
  )
  return changed === 1
}
