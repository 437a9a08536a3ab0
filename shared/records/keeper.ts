import type { DepartmentId } from '../rubric/rubric'
import type { MeasureId } from '../rules/rule'
import type { DescribedMeasure } from './describe-measures'
import { isAttendanceMeasure } from './meeting'

/** Who keeps records: a department, or the office (null). */
export type Keeper = DepartmentId | null

/** What units read where the office speaks. */
export const officeName = '考核办'

/**
 * The records that this keeper enters: a department those that its items rest on, the office all of them. What meetings
 * yield is never entered by hand.
 */
export function keptMeasures(keeper: Keeper, measures: readonly DescribedMeasure[]): DescribedMeasure[] {
  return measures.filter(described => !isAttendanceMeasure(described.measure) && isKeptBy(keeper, described))
}

/** Meetings are entered by the office and by departments that score an item resting on attendance. */
export function keepsMeetings(keeper: Keeper, measures: readonly DescribedMeasure[]): boolean {
  return (
    keeper === null || measures.some(described => isAttendanceMeasure(described.measure) && isKeptBy(keeper, described))
  )
}

/** Whether this keeper answers for what the county holds of that measure. */
export function answersFor(keeper: Keeper, measure: MeasureId, measures: readonly DescribedMeasure[]): boolean {
  if (isAttendanceMeasure(measure)) return keepsMeetings(keeper, measures)
  return keptMeasures(keeper, measures).some(kept => kept.measure === measure)
}

/** 「宣教部的记录」: what units read as the source of a record, named after who scores the first item resting on it. */
export function sourceOf(
  described: DescribedMeasure,
  nameOf: (departmentId: DepartmentId) => string | undefined,
): string {
  const [first] = described.departments
  return `${(first === undefined ? undefined : nameOf(first)) ?? '县总'}的记录`
}

function isKeptBy(keeper: Keeper, { departments }: DescribedMeasure): boolean {
  return keeper === null || departments.includes(keeper)
}
