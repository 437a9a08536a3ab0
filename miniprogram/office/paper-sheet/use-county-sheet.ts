import type { Sheet } from '#shared/contract/assessment-contract'
import type { Problem } from '#shared/errors/problems'
import type { FormTable } from '#shared/results/form-table'
import type { Rubric } from '#shared/rubric/rubric'
import { useRubric } from '../../backend/rubrics'
import { useRequest } from '../../backend/use-request'

export interface CountySheet {
  /** What the county holds of the unit; null while it is not known. */
  held: { sheet: Sheet; scored: FormTable; rubric: Rubric } | null
  problem: Problem | null
  reload(): Promise<void>
}

/** What the county holds of one unit, which is what a paper sheet is typed upon. */
export function useCountySheet(cycleId: string | null, unitId: string | null): CountySheet {
  const of = cycleId !== null && unitId !== null ? { cycleId, unitId } : null
  const sheet = useRequest('assessment.open', of)
  const form = useRequest('form.read', of && { ...of, kind: 'scored' })
  const rubric = useRubric(sheet.output?.rubricVersionId ?? null)
  const scored = form.output?.kind === 'scored' ? form.output.table : null
  return {
    held: sheet.output && scored && rubric.rubric ? { sheet: sheet.output, scored, rubric: rubric.rubric } : null,
    problem: sheet.problem ?? form.problem ?? rubric.problem,
    async reload() {
      await Promise.all([sheet.reload(), form.reload(), rubric.reload()])
    },
  }
}
