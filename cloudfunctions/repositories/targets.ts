import type { Signature } from '#shared/assessment/signature'
import type { TargetCell, TargetTable } from '#shared/contract/target-contract'
import type { MeasureId } from '#shared/rules/rule'
import { type Changes, collection, command } from '../infrastructure/collection'

/**
 * 目标任务分解表 of a cycle: one document, so that an import of the whole county counts by one write and is never seen
 * half done. What an import replaced is kept beside it under `cycleId:r<revision>`.
 */
export interface TargetsDocument {
  _id: string
  /** Counts the changes. */
  revision: number
  units: Record<string, Record<MeasureId, number>>
  changed: TargetTable['changed']
  changes: TargetChange[]
}

/** One save, with its cells; or one import, whose `from` is the table that is kept beside. */
export type TargetChange = { operationId: string; signature: Signature } & (
  | { kind: 'save'; bodyHash: string; cells: TargetCell[] }
  | { kind: 'import'; fileName: string; revision: number; changes: number }
)

/** The table without its history. */
export type StandingTargets = Pick<TargetsDocument, '_id' | 'revision' | 'units' | 'changed'>

const targets = collection<TargetsDocument>('targets')

/** The numbers of those units; of units without any, nothing. One round trip. */
export async function readTargetsOf(cycleId: string, unitIds: readonly string[]): Promise<TargetsDocument['units']> {
  const parts = unitIds.map(unitId => `units.${unitId}` as const)
  const [found] = await targets.list({ _id: cycleId }, { fields: [], parts, limit: 1 })
  return found?.units ?? {}
}

/** The whole table, or null while nothing was ever entered. One round trip. */
export function readTargets(cycleId: string): Promise<StandingTargets | null> {
  return targets.readFields(cycleId, ['revision', 'units', 'changed'])
}

/** The table with its history, by which a repeated delivery is recognised. One round trip. */
export function readTargetsWithChanges(cycleId: string): Promise<TargetsDocument | null> {
  return targets.read(cycleId)
}

/** Begins an empty table, which looks like none; one that stands is left alone. */
export async function beginTargets(cycleId: string): Promise<void> {
  await targets.add({ _id: cycleId, revision: 0, units: {}, changed: null, changes: [] })
}

/** The first save of a cycle: its table with these cells. False where one was begun meanwhile. One round trip. */
export async function addFirstTargets(
  cycleId: string,
  change: Extract<TargetChange, { kind: 'save' }>,
): Promise<boolean> {
  const units: TargetsDocument['units'] = {}
  for (const { unitId, measure, to } of change.cells) {
    if (to !== null) units[unitId] = { ...units[unitId], [measure]: to }
  }
  const { name, at } = change.signature
  return targets.add({ _id: cycleId, revision: 1, units, changed: { name, at, fileName: null }, changes: [change] })
}

/**
 * Writes cells where each still holds what it was changed upon, with their history; else, or where the operation was
 * applied before, none (false). One round trip.
 */
export async function writeTargetCells(
  cycleId: string,
  change: Extract<TargetChange, { kind: 'save' }>,
): Promise<boolean> {
  const path = ({ unitId, measure }: TargetCell) => `units.${unitId}.${measure}`
  const changed = await targets.update(
    {
      _id: cycleId,
      'changes.operationId': command.nin([change.operationId]),
      ...Object.fromEntries(change.cells.map(cell => [path(cell), cell.from ?? command.exists(false)])),
    },
    {
      ...Object.fromEntries(change.cells.map(cell => [path(cell), cell.to ?? command.remove()])),
      ...historyOf(change, null),
    },
  )
  return changed === 1
}

/** Keeps the table as it stands beside itself; may be repeated. One round trip. */
export async function keepTargets(standing: TargetsDocument): Promise<void> {
  await targets.add({ ...standing, _id: `${standing._id}:r${standing.revision}`, changes: [] })
}

/** Puts these numbers in place of the table of that revision: all of them or, where it has moved on, none (false). */
export async function replaceTargets(
  cycleId: string,
  units: TargetsDocument['units'],
  change: Extract<TargetChange, { kind: 'import' }>,
): Promise<boolean> {
  const changed = await targets.update(
    { _id: cycleId, revision: change.revision - 1, 'changes.operationId': command.nin([change.operationId]) },
    { units: command.set(units), ...historyOf(change, change.fileName) },
  )
  return changed === 1
}

function historyOf(change: TargetChange, fileName: string | null): Changes {
  const { name, at } = change.signature
  return {
    revision: command.inc(1),
    changed: command.set({ name, at, fileName }),
    changes: command.push([change]),
  }
}
