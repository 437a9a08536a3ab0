import type { Cycle } from '#shared/cycle/cycle'
import { type DescribedMeasure, recordedMeasures } from '#shared/records/describe-measures'
import { type Keeper, keepsMeetings, keptMeasures, officeName, sourceOf } from '#shared/records/keeper'
import type { MeasureId } from '#shared/rules/rule'
import { listHeldTexts } from '../../repositories/content-checks'
import { readCycle } from '../../repositories/cycles'
import { type Department, listDepartments } from '../../repositories/departments'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { needed } from '../../request-pipeline/load'

/** What every request of a keeper loads. */
export function loadKeeper({ cycleId }: { cycleId: string }) {
  return {
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    departments: listDepartments(),
    heldTexts: listHeldTexts(cycleId),
  }
}

/** What a keeper keeps in this cycle. */
export interface Keeping {
  keeper: Keeper
  /** All measures that the cycle's annexes count, whoever keeps them. */
  measures: DescribedMeasure[]
  /** Those whose entries this keeper enters. */
  kept: DescribedMeasure[]
  keepsMeetings: boolean
  /** As units see it: the department, or 考核办. */
  name: string
}

/** No round trip but for versions that this worker has not read yet. */
export async function keepingOf(
  keeper: Keeper,
  { cycle, departments }: { cycle: Cycle; departments: Department[] },
): Promise<Keeping> {
  const measures = await measuresOfCycle(cycle)
  return {
    keeper,
    measures,
    kept: keptMeasures(keeper, measures),
    keepsMeetings: keepsMeetings(keeper, measures),
    name: keeperName(keeper, departments),
  }
}

/** As units see a keeper: the department, or 考核办. */
export function keeperName(keeper: Keeper, departments: readonly Department[]): string {
  return departments.find(({ _id }) => _id === keeper)?.name ?? officeName
}

/** The measure, if this keeper enters its record. */
export function keptMeasure({ kept }: Keeping, measure: MeasureId): DescribedMeasure | null {
  return kept.find(described => described.measure === measure) ?? null
}

/** What the record of a measure is to be called, for its first entry. */
export function headOf(cycleId: string, described: DescribedMeasure, departments: Department[]) {
  const source = sourceOf(described, departmentId => departments.find(({ _id }) => _id === departmentId)?.name)
  return { cycleId, measure: described.measure, source }
}

async function measuresOfCycle(cycle: Cycle): Promise<DescribedMeasure[]> {
  const rubrics = await readRubricVersions(Object.values(cycle.rubricVersionIds))
  return recordedMeasures([...rubrics.values()])
}
