import { type SavedTargets, SaveTargets, type TargetCell } from '#shared/contract/target-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { isAsked, numberAt, type TargetGrid, type TargetNumbers } from '#shared/targets/target-grid'
import { bodyHash } from '../../infrastructure/canonical-json'
import { permissions } from '../../permissions/permissions'
import {
  addFirstTargets,
  readTargets,
  readTargetsWithChanges,
  type TargetsDocument,
  writeTargetCells,
} from '../../repositories/targets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { gridOf, loadGrid } from './load-targets'

/** Cells of the grid. One that has changed since is not written; the others still go in. */
export const saveTargets = defineRequest('target.save', {
  interactive: true,
  schema: SaveTargets,
  load: (input: SaveTargets) => ({ ...loadGrid(input), standing: readTargets(input.cycleId) }),
  permit: permissions['target.save'],
  repeated: async ({ input }) => {
    const answer = repeatedSave(await readTargetsWithChanges(input.cycleId), input)
    return answer instanceof Refusal ? null : answer
  },
  act: async ({ input, loaded, asker: { name, memberId }, now }) => {
    const obstacle = obstacleTo(input.cells, await gridOf(loaded))
    if (obstacle) return new Refusal(obstacle)
    const { cycleId, operationId } = input
    const signature = { name, memberId, at: now }
    const changeOf = (cells: TargetCell[]) =>
      ({ kind: 'save', operationId, signature, bodyHash: bodyHash(input), cells }) as const
    const write = (standing: unknown, cells: TargetCell[]) =>
      standing ? writeTargetCells(cycleId, changeOf(cells)) : addFirstTargets(cycleId, changeOf(cells))

    const { revision, units } = loaded.standing ?? { revision: 0, units: {} }
    const first = sortCells(units, input.cells)
    const isClear = first.stale.length === 0
    if (isClear && first.fresh.length === 0) return { revision, stale: [] }
    if (isClear && (await write(loaded.standing, first.fresh))) return { revision: revision + 1, stale: [] }

    const current = await readTargetsWithChanges(cycleId)
    const repeated = repeatedSave(current, input)
    if (repeated) return repeated
    const second = sortCells(current?.units ?? {}, input.cells)
    const isWritten = second.fresh.length > 0
    if (isWritten && !(await write(current, second.fresh))) return refuse('server.busy')
    return { revision: (current?.revision ?? 0) + (isWritten ? 1 : 0), stale: second.stale }
  },
})

/** What is to be written, and what stands otherwise than the office saw. What is so already needs neither. */
function sortCells(numbers: TargetNumbers, cells: readonly TargetCell[]) {
  const fresh: TargetCell[] = []
  const stale: SavedTargets['stale'] = []
  for (const cell of cells) {
    const { unitId, measure, from, to } = cell
    const current = numberAt(numbers, unitId, measure)
    if (current === to) continue
    if (current === from) fresh.push(cell)
    else stale.push({ unitId, measure, current })
  }
  return { fresh, stale }
}

/** The first answer to a delivery that was carried out before; null where it was not. */
function repeatedSave(current: TargetsDocument | null, input: SaveTargets): SavedTargets | Refusal | null {
  const done = current?.changes.find(({ operationId }) => operationId === input.operationId)
  if (!current || !done) return null
  if (done.kind !== 'save' || done.bodyHash !== bodyHash(input)) return refuse('operation.reused')
  const written = new Set(done.cells.map(keyOf))
  const others = input.cells.filter(cell => !written.has(keyOf(cell)))
  return { revision: current.revision, stale: sortCells(current.units, others).stale }
}

function obstacleTo(cells: readonly TargetCell[], { measures, units }: TargetGrid): Problem | null {
  // Two values for one cell: the office could not know which of them stands.
  if (new Set(cells.map(keyOf)).size < cells.length) return problem('call.invalid-input', { field: '任务数' })
  const measureOf = new Map(measures.map(measure => [measure.measure, measure]))
  const unitOf = new Map(units.map(unit => [unit.unitId, unit]))
  for (const { unitId, measure, to } of cells) {
    const [unit, described] = [unitOf.get(unitId), measureOf.get(measure)]
    if (!unit) return problem('record.unknown-unit')
    if (!described) return problem('target.unknown-measure')
    if (to !== null && !isAsked(described, unit.audience)) return problem('target.not-asked')
  }
  return null
}

function keyOf({ unitId, measure }: TargetCell): string {
  return `${unitId} ${measure}`
}
