import type { Signature } from '#shared/assessment/signature'
import type { TargetCell } from '#shared/contract/target-contract'
import type { StatedEntry } from '#shared/records/read-record-table'
import type { MeasureId } from '#shared/rules/rule'
import { collection } from '../infrastructure/collection'

/** A table that was read and shown, and counts for nothing yet. `_id` is the ticket of its file. */
export type TableImport = {
  _id: string
  cycleId: string
  fileName: string
  fileId: string
  /** The revision, of targets or record, that it was previewed upon. */
  revision: number
  /** How many faults it has; with any of them it can never count. */
  problems: number
  signature: Signature
} & ({ kind: 'targets'; cells: TargetCell[] } | { kind: 'records'; measure: MeasureId; entries: StatedEntry[] })

const imports = collection<TableImport>('imports')

/** Keeps what was previewed, in place of an earlier preview of the same file. One round trip. */
export function keepImport(previewed: TableImport): Promise<void> {
  return imports.put(previewed)
}

/** One round trip. */
export function readImport(ticketId: string): Promise<TableImport | null> {
  return imports.read(ticketId)
}
