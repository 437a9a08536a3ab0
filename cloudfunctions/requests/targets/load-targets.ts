import type { Cycle } from '#shared/cycle/cycle'
import { targetMeasures } from '#shared/records/describe-measures'
import type { TargetGrid } from '#shared/targets/target-grid'
import { type AssessmentRow, listParticipants } from '../../repositories/assessments'
import { readCycle } from '../../repositories/cycles'
import { listUnits, type Unit } from '../../repositories/units'
import { needed } from '../../request-pipeline/load'
import { participantsOf, rubricsOf } from '../records/participants'

/** What every request of the 目标任务分解表 loads. */
export function loadGrid({ cycleId }: { cycleId: string }) {
  return {
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    units: listUnits(),
    rows: listParticipants(cycleId),
  }
}

interface LoadedGrid {
  cycle: Cycle
  units: readonly Unit[]
  rows: readonly Pick<AssessmentRow, 'unitId' | 'rubricVersionId'>[]
}

/** Its rows and columns. */
export async function gridOf({ cycle, units, rows }: LoadedGrid): Promise<TargetGrid> {
  return { measures: targetMeasures(await rubricsOf(cycle)), units: participantsOf(cycle, units, rows) }
}
