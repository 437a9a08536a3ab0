import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import type { Problem } from '../errors/problems'
import { cycleId, day, list, operationId, requiredText, unitId } from './fields'

/** `assessment.extend`: 展期 of these units to the end of a day by the county's clock; null takes it back. */
export const ExtendDeadlines = v.strictObject({
  cycleId,
  operationId,
  unitIds: list(unitId, '单位', 1, 300),
  until: v.nullable(day('展期到哪天')),
  /** Kept for the office, told to nobody. */
  reason: requiredText('展期的原因', 200),
})
export type ExtendDeadlines = v.InferOutput<typeof ExtendDeadlines>

/** What became of one unit; `unchanged`: this day was its deadline already. */
export type ExtensionVerdict =
  | { kind: 'extended' | 'unchanged'; unitId: string; selfDueAt: Instant }
  | { kind: 'refused'; unitId: string; problem: Problem }

export interface ExtendedDeadlines {
  verdicts: ExtensionVerdict[]
}
