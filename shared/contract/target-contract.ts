import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import type { DescribedMeasure } from '../records/describe-measures'
import type { Audience } from '../rubric/rubric'
import type { MeasureId } from '../rules/rule'
import type { Abilities } from './abilities'
import { cycleId, integer, list, measure, number, operationId, requiredText, sha256, ticketId, unitId } from './fields'
import { fileType } from './material-contract'

/** 任务数: a count, at most two places; null where none is given. */
export const targetNumber = v.nullable(number('任务数', 1_000_000))

/** `target.open`: 目标任务分解表, units in the county's order, their numbers in the order of the measures. */
export const OpenTargets = v.strictObject({ cycleId })
export type OpenTargets = v.InferOutput<typeof OpenTargets>
export interface TargetTable {
  cycleId: string
  /** Counts the changes; 0 while nothing was ever entered. */
  revision: number
  measures: DescribedMeasure[]
  units: TargetRow[]
  /** Who changed it last, and when; null while nobody has. */
  changed: { name: string; at: Instant; fileName: string | null } | null
  abilities: Abilities
}
export interface TargetRow {
  unitId: string
  name: string
  audience: Audience
  /** One a measure; null where none is given. A measure that no item of the unit's annex asks for is null as well. */
  numbers: (number | null)[]
}

/** `target.save`: cells of the grid, each upon the number that the office saw; a cell that has changed since is not written. */
export const TargetCell = v.strictObject({ unitId, measure, from: targetNumber, to: targetNumber })
export type TargetCell = v.InferOutput<typeof TargetCell>
export const SaveTargets = v.strictObject({ cycleId, operationId, cells: list(TargetCell, '任务数', 1, 500) })
export type SaveTargets = v.InferOutput<typeof SaveTargets>
export interface SavedTargets {
  revision: number
  /** Cells that were not written, with what stands there. */
  stale: { unitId: string; measure: MeasureId; current: number | null }[]
}

/** A fault of an imported table, by the cell in which people find it. */
export interface CellProblem {
  /** 「C5」; the sheet's own words (「第1行」) where no single cell is at fault. */
  cell: string
  message: string
}

/** `target.preview`: what an uploaded Excel file would change. Nothing counts before `target.import`. */
export const PreviewTargets = v.strictObject({ cycleId, ticketId, fileName: requiredText('文件名', 120) })
export type PreviewTargets = v.InferOutput<typeof PreviewTargets>
export interface TargetPreview {
  ticketId: string
  fileName: string
  /** All faults, in the order of the rows. With any of them nothing can be imported. */
  problems: CellProblem[]
  units: number
  /** Cells that would change, the first 200 of them; `changes` counts all. */
  cells: TargetCell[]
  changes: number
}

/** `target.import`: makes the previewed table count, all of it by one write. */
export const ImportTargets = v.strictObject({ cycleId, ticketId })
export type ImportTargets = v.InferOutput<typeof ImportTargets>
export interface ImportedTargets {
  revision: number
  changes: number
}

/**
 * `county.ticket`: where the office or a department puts a file that is not a unit's material: a table to import, the
 * rubric's document, the photographed 签到册.
 */
export const TakeCountyTickets = v.strictObject({
  files: list(
    v.strictObject({
      use: v.picklist(['table', 'rubric', 'attendance'], '用途'),
      type: fileType,
      bytes: v.pipe(integer('文件大小'), v.minValue(1, '文件大小')),
      sha256,
    }),
    '文件',
    1,
    20,
  ),
})
export type TakeCountyTickets = v.InferOutput<typeof TakeCountyTickets>
