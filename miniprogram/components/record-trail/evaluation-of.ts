import { type RecordsOfUnit, unitRecords } from '#shared/records/records-of-unit'
import type { Item } from '#shared/rubric/rubric'
import { type Evaluation, evaluateItem } from '#shared/rules/evaluate'
import type { Hundredths } from '#shared/scoring/points'

/** What the county holds of one unit, in single entries or in sums. */
export type HeldRecords = Pick<RecordsOfUnit, 'records' | 'targets'>

const known = new WeakMap<HeldRecords, WeakMap<Item, Evaluation>>()

/** What the county's records say of an item: the server's evaluator, asked once for each answer of the county. */
export function evaluationOf(item: Item, held: HeldRecords): Evaluation {
  const ofUnit = known.get(held) ?? new WeakMap<Item, Evaluation>()
  known.set(held, ofUnit)
  const evaluation = ofUnit.get(item) ?? evaluateItem(item, unitRecords(held))
  ofUnit.set(item, evaluation)
  return evaluation
}

/** 按县总记录推算; null where no formula is written or a record is missing. */
export function figureOf(item: Item, held: HeldRecords): Hundredths | null {
  return evaluationOf(item, held).figure
}

/** The figure as a chip offers it: only where it can be given as it is. It is never rounded to fit. */
export function offeredFigure(item: Item, held: HeldRecords, step: Hundredths): Hundredths | null {
  const figure = figureOf(item, held)
  return figure !== null && figure >= 0 && figure <= item.points && figure % step === 0 ? figure : null
}
