import type { Seen } from '#shared/assessment/assessment'
import type { EnterReviewPaper, EnterSelfPaper } from '#shared/contract/office-contract'
import type { DepartmentId, ItemId } from '#shared/rubric/rubric'

/** Whose paper sheet is typed: the unit's own with its 自评, or one department's with its 得分 column. */
export type SheetOwner = { side: 'self' } | { side: 'review'; departmentId: DepartmentId }

/** One row as it was typed, before anything is made of it. */
export interface TypedRow {
  /** What stands in the score column of the paper: 「4.5」, 「不涉及」 or 「/」. */
  written: string
  /** 备注 of a unit, the reason where it says 不涉及; 扣分说明 of a department. */
  explanation: string
  /** The revision that stood when this row was typed, so that a later change on a phone is noticed, not overwritten. */
  upon: number
}

/** A photographed or scanned page of the stamped sheet, already uploaded. */
export interface AttachedSheet {
  ticketId: string
  name: string
  expiresAt: number
}

/** What was sent and whose fate is not known: resent as it is, so that a repeated delivery enters nothing twice. */
export type SentEntry =
  | { request: 'paper.enter-self'; input: EnterSelfPaper }
  | { request: 'paper.enter-review'; input: EnterReviewPaper }

/** An unfinished 代录: only rows that somebody touched. Kept on the device until the county has it. */
export interface Entry {
  rows: Record<ItemId, TypedRow>
  note: string
  /** What the department's scores rest on, as ticked on its sheet; one answer for the whole sheet. */
  seen: Seen[]
  sheets: AttachedSheet[]
  /** Whether the unit's sheet is handed in (报送) with it. */
  submit: boolean
  sent: SentEntry | null
}

export const emptyEntry: Entry = { rows: {}, note: '', seen: [], sheets: [], submit: true, sent: null }

/** Whether anything would be lost if this entry were thrown away. */
export function isBegun(entry: Entry): boolean {
  return Object.keys(entry.rows).length > 0 || entry.note !== '' || entry.sheets.length > 0 || entry.sent !== null
}
