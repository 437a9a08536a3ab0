import type { TargetCell } from '../contract/target-contract'
import type { DescribedMeasure } from '../records/describe-measures'
import type { Audience } from '../rubric/rubric'
import type { MeasureId } from '../rules/rule'

/** The rows and columns of 目标任务分解表: units in the county's order, measures in the order of the annexes. */
export interface TargetGrid {
  measures: readonly DescribedMeasure[]
  units: readonly { unitId: string; name: string; audience: Audience }[]
}

/** 任务数 by unit and measure; what is missing was not given. */
export type TargetNumbers = Readonly<Record<string, Readonly<Record<MeasureId, number>>>>

/** Whether the annex of those units asks for this 任务. */
export function isAsked({ items }: DescribedMeasure, audience: Audience): boolean {
  return items.some(item => item.audience === audience)
}

export function numberAt(numbers: TargetNumbers, unitId: string, measure: MeasureId): number | null {
  return numbers[unitId]?.[measure] ?? null
}

/** The cells that would change, each with what stands there now. */
export function changedCells(numbers: TargetNumbers, stated: readonly Omit<TargetCell, 'from'>[]): TargetCell[] {
  return stated.flatMap(({ unitId, measure, to }) => {
    const from = numberAt(numbers, unitId, measure)
    return from === to ? [] : [{ unitId, measure, from, to }]
  })
}

/** The numbers once these cells are written. Null takes a number away. */
export function withCells(numbers: TargetNumbers, cells: readonly Pick<TargetCell, 'unitId' | 'measure' | 'to'>[]) {
  const written: Record<string, Record<MeasureId, number>> = {}
  for (const [unitId, own] of Object.entries(numbers)) written[unitId] = { ...own }
  for (const { unitId, measure, to } of cells) {
    const own = written[unitId] ?? {}
    if (to === null) delete own[measure]
    else own[measure] = to
    written[unitId] = own
  }
  return written
}
