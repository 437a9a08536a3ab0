import * as v from 'valibot'
import type { DescribedMeasure } from '../records/describe-measures'
import type { RecordsOfUnit, ShownDoubt, ShownEntry } from '../records/records-of-unit'
import type { DepartmentId } from '../rubric/rubric'
import type { MeasureId } from '../rules/rule'
import type { Abilities } from './abilities'
import {
  cycleId,
  dateText,
  departmentId,
  id,
  list,
  measure,
  number,
  operationId,
  optionalText,
  requiredText,
  revision,
  ticketId,
  unitId,
} from './fields'
import type { CellProblem } from './target-contract'

/** Who keeps records: a department those that its items rest on, the office (null) all of them. */
export const keeper = { cycleId, departmentId: v.nullable(departmentId) }
export const entryId = id('记录')
const reason = requiredText('更正的原因', 200)

export const EntryFields = v.strictObject({
  what: optionalText('内容', 100),
  date: dateText,
  level: optionalText('级别', 20),
  count: number('数量', 1_000_000),
})

/** `record.list`: the 县总记录 of the cycle that this keeper keeps. */
export const ListRecords = v.strictObject(keeper)
export type ListRecords = v.InferOutput<typeof ListRecords>
export interface RecordList {
  cycleId: string
  departmentId: DepartmentId | null
  /** Without those that meetings yield. */
  records: KeptRecord[]
  meetings: { count: number; mayKeep: boolean }
  doubtsOpen: number
  abilities: Abilities
}
export interface KeptRecord extends DescribedMeasure {
  /** Units with at least one entry, and the sum of what they count. */
  units: number
  total: number
  others: 'none' | 'unknown'
}

/** `record.measure`: one record down all units it concerns, in the county's order. */
export const OpenRecord = v.strictObject({ ...keeper, measure })
export type OpenRecord = v.InferOutput<typeof OpenRecord>
export interface RecordOfMeasure {
  record: KeptRecord
  /** `count` null: nobody has looked yet. */
  units: { unitId: string; name: string; count: number | null; entries: number; doubtsOpen: number }[]
}

/** `record.of-unit`: the entries of one record about one unit, and what the unit has said of them. */
export const OpenRecordOfUnit = v.strictObject({ ...keeper, measure, unitId })
export type OpenRecordOfUnit = v.InferOutput<typeof OpenRecordOfUnit>
export interface RecordOfUnit {
  unitId: string
  measure: MeasureId
  entries: ShownEntry[]
  doubts: ShownDoubt[]
}

/** `record.save`: new entries. Their ids are the keeper's own, so that a repeated delivery adds nothing. */
export const SaveRecords = v.strictObject({
  ...keeper,
  measure,
  entries: list(v.strictObject({ entryId, unitId, ...EntryFields.entries }), '记录', 1, 100),
})
export type SaveRecords = v.InferOutput<typeof SaveRecords>
export interface SavedRecords {
  saved: number
}

/** `record.correct`: another value for one entry, or none (null): what stood there before is kept and shown. */
export const CorrectRecord = v.strictObject({
  ...keeper,
  measure,
  unitId,
  entryId,
  operationId,
  revision,
  to: v.nullable(EntryFields),
  reason,
  /** The 有出入 that this answers. */
  doubtId: v.nullable(operationId),
})
export type CorrectRecord = v.InferOutput<typeof CorrectRecord>

/** `record.others`: whether units without an entry have none (按0计) or have not been looked at. */
export const SetOthers = v.strictObject({
  ...keeper,
  measure,
  others: v.picklist(['none', 'unknown'], '没有列出的单位'),
})
export type SetOthers = v.InferOutput<typeof SetOthers>

/** `record.preview` and `record.import`: entries from Excel, as `target.preview` and `target.import`. */
export const PreviewRecords = v.strictObject({ ...keeper, measure, ticketId, fileName: requiredText('文件名', 120) })
export type PreviewRecords = v.InferOutput<typeof PreviewRecords>
export interface RecordPreview {
  ticketId: string
  fileName: string
  problems: CellProblem[]
  /** The first 200 entries; `count` counts all. */
  entries: { unitId: string; unitName: string; what: string; date: string; level: string; count: number }[]
  count: number
  units: number
}
export const ImportRecords = v.strictObject({ ...keeper, measure, ticketId })
export type ImportRecords = v.InferOutput<typeof ImportRecords>

/** `record.raise-doubt`: 有出入, one line by the unit. Answers all that the county holds of the unit. */
export const RaiseDoubt = v.strictObject({
  cycleId,
  unitId,
  measure,
  entryId: v.nullable(v.pipe(v.string('记录'), v.regex(/^[A-Za-z0-9_-]{1,80}$/, '记录'))),
  operationId,
  text: requiredText('哪里有出入', 200),
})
export type RaiseDoubt = v.InferOutput<typeof RaiseDoubt>
export interface RaisedDoubt {
  records: RecordsOfUnit
}

/** `record.doubts`: what units say of this keeper's records, open ones first. */
export const ListDoubts = v.strictObject(keeper)
export type ListDoubts = v.InferOutput<typeof ListDoubts>
export interface DoubtList {
  doubts: KeptDoubt[]
}
export interface KeptDoubt extends ShownDoubt {
  unitId: string
  unitName: string
  measureName: string
  /** What the entry says: the title of the meeting, of the article; empty where none is named. */
  entryWords: string
}

/** `record.answer-doubt`: explains. A correction that answers it says so itself. */
export const AnswerDoubt = v.strictObject({
  ...keeper,
  doubtId: operationId,
  operationId,
  text: requiredText('说明', 200),
})
export type AnswerDoubt = v.InferOutput<typeof AnswerDoubt>
export interface AnsweredDoubt {
  doubt: KeptDoubt
}
