import type { ImportFinding } from './rubric-document'

/** An annex as the document has it, before anything of ours is put beside it. All words are squeezed. */
export interface AnnexAsRead {
  /** 附件1; empty where the document does not say. */
  annex: string
  title: string
  audienceAsWritten: string
  /** The six headings in the order of the rubric; empty where the table has no such column. */
  columns: string[]
  categories: CategoryAsRead[]
  remarks: Remark[]
}

export interface CategoryAsRead {
  name: string
  points: number | null
  /** One entry a department, in the order in which the category's cells name them. */
  departments: string[]
  items: ItemAsRead[]
}

export interface ItemAsRead {
  text: string
  points: number | null
  basis: string
  /** The words of the 责任部室 cell that covers this row, unsqueezed: lines may part names. Empty where there is none. */
  departmentCell: string
  /** The departments of that cell; where it is empty, those named above it in the category. */
  departments: string[]
  place: string
}

/** A finding whose place in the draft is not yet put into words: `message` follows the place and has no full stop. */
export type Remark = Omit<ImportFinding, 'place'>

/** A paragraph, or a cell, that is no part of an item, with its order in the document. */
export interface Line {
  order: number
  place: string
  words: string
}
