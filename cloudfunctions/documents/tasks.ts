import * as v from 'valibot'
import { MakeDocument } from '#shared/contract/office-contract'
import { TableAsRead } from '#shared/tables/table-as-read'

/**
 * What the function `documents` does, and only for `api`. It reads and writes files with the libraries that would make
 * `api` slow to load; whether the person may have it, `api` has decided.
 */
export const DocumentTask = v.variant('task', [
  /**
   * Makes a Word or Excel file and stores it; answers `StoredDocument`. `readsHeld`: it is for the unit itself or the office,
   * who read its words though they are held.
   */
  v.strictObject({ task: v.literal('make'), asked: MakeDocument, readsHeld: v.boolean() }),
  /** Reads an Excel file that was taken in; answers `TableAnswer`. `sheet` is preferred where there are several. */
  v.strictObject({ task: v.literal('read-table'), fileId: v.string(), sheet: v.string() }),
  /** Reads a Word file that was taken in as rubrics; answers `RubricAnswer`. */
  v.strictObject({ task: v.literal('read-rubric'), fileId: v.string() }),
])
export type DocumentTask = v.InferOutput<typeof DocumentTask>

export const TableAnswer = v.variant('kind', [
  v.object({ kind: v.literal('read'), table: TableAsRead }),
  /** No .xlsx, or one that cannot be opened; or one with more cells than any county's table has. */
  v.object({ kind: v.picklist(['unreadable', 'too-long']) }),
])
export type TableAnswer = v.InferOutput<typeof TableAnswer>

export const StoredDocument = v.object({ fileName: v.string(), fileId: v.string() })
export type StoredDocument = v.InferOutput<typeof StoredDocument>
