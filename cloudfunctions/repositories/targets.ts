import type { Instant } from '#shared/assessment/assessment'
import type { TargetCell } from '#shared/contract/target-contract'
import type { MeasureId } from '#shared/rules/rule'
import { collection } from '../infrastructure/collection'

/**
 * 目标任务分解表 of a cycle: one document, so that an import of the whole county counts by one write and is never seen
 * half done. What an import replaced is kept beside it under `cycleId:r<revision>`.
 */
export interface TargetsDocument {
  _id: string
  cycleId: string
  revision: number
  units: Record<string, Record<MeasureId, number>>
  changes: TargetChange[]
}

/** One save or import. An import names its file; the table it replaced is kept whole. */
export interface TargetChange {
  operationId: string
  at: Instant
  memberId: string
  name: string
  cells: TargetCell[]
  fileName: string | null
}

export const targets = collection<TargetsDocument>('targets')

/** The numbers of those units; of units without any, nothing. One round trip. */
export async function readTargetsOf(cycleId: string, unitIds: readonly string[]): Promise<TargetsDocument['units']> {
  const parts = unitIds.map(unitId => `units.${unitId}` as const)
  const [found] = await targets.list({ _id: cycleId }, { fields: [], parts, limit: 1 })
  return found?.units ?? {}
}

/** The whole table, or null while nothing was ever entered. One round trip. */
export function readTargets(cycleId: string): Promise<TargetsDocument | null> {
  return targets.read(cycleId)
}
