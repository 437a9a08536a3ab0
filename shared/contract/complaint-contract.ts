import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import { operationId, optionalText, requiredText } from './fields'

/** How many one person may send within a day. */
export const complaintsPerDay = 3

/** `complaint.send`: 投诉建议, by anybody who is in the mini-program, or a member on a computer. */
export const SendComplaint = v.strictObject({
  operationId,
  text: v.pipe(requiredText('投诉建议', 1000), v.minLength(2, '投诉建议')),
  /** A telephone number or a name, if the person wants to leave one. */
  contact: optionalText('联系方式', 60),
})
export type SendComplaint = v.InferOutput<typeof SendComplaint>

/** As its sender sees it. */
export interface ComplaintView {
  complaintId: string
  text: string
  contact: string
  at: Instant
  answer: { text: string; at: Instant } | null
}
export interface OwnComplaints {
  /** The newest first. */
  complaints: ComplaintView[]
}

export interface KeptComplaint extends ComplaintView {
  /** The member's name; null where it is somebody who has not joined. */
  name: string | null
  /** WeChat thinks its words risky. */
  isRisky: boolean
  answer: { text: string; at: Instant; by: string } | null
}
export interface ComplaintList {
  /** Those without an answer come first, the newest of either kind on top. */
  complaints: KeptComplaint[]
}

/** `complaint.answer`: once; the sender sees it. */
export const AnswerComplaint = v.strictObject({
  complaintId: operationId,
  operationId,
  text: requiredText('答复', 1000),
})
export type AnswerComplaint = v.InferOutput<typeof AnswerComplaint>
