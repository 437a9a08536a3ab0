import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { type DescribedMeasure, recordedMeasures, targetMeasures } from '#shared/records/describe-measures'
import type { CellValue, TableAsRead } from '#shared/tables/table-as-read'
import { units } from './county/people'

/** A table as it is read: cells from A1; null and '' are blank. `covered` names cells that a merge covers: `2,3`. */
export function table(rows: readonly (readonly (CellValue | null)[])[], covered: readonly string[] = []): TableAsRead {
  return {
    rows: rows.map((cells, index) => ({
      row: index + 1,
      cells: cells.flatMap((value, at) => {
        if (value === null || value === '') return []
        const isCovered = covered.includes(`${index + 1},${at + 1}`)
        return [{ column: at + 1, value, ...(isCovered ? { covered: true as const } : {}) }]
      }),
    })),
  }
}

/** 目标任务分解表 of the small county. */
export const grid = { measures: targetMeasures(shippedRubrics), units }

export function recordOf(measure: string): DescribedMeasure {
  const found = recordedMeasures(shippedRubrics).find(described => described.measure === measure)
  if (!found) throw new Error(`no annex rests on ${measure}`)
  return found
}
