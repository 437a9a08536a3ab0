import type { OneAssessment, Sheet } from '#shared/contract/assessment-contract'
import type { ReviewItem } from '#shared/contract/review-contract'
import type { Problem } from '#shared/errors/problems'
import type { DepartmentId, Rubric } from '#shared/rubric/rubric'
import { useRubric } from '../../backend/rubrics'
import { useRequest } from '../../backend/use-request'

export interface CountySheet {
  /** What the county holds of the unit, and of the department's column; null while it is not known. */
  held: { sheet: Sheet; column: ReviewItem[]; rubric: Rubric } | null
  problem: Problem | null
  reload(): Promise<void>
}

/**
 * What the county holds of one unit, which is what a paper sheet is typed upon. `departmentId`: whose column is typed;
 * null for the unit's own sheet, and for one that is not handed in.
 */
export function useCountySheet(of: OneAssessment | null, departmentId: DepartmentId | null): CountySheet {
  const sheet = useRequest('assessment.open', of)
  const review = useRequest('review.open', of && departmentId !== null ? { ...of, departmentId } : null)
  const rubric = useRubric(sheet.output?.rubricVersionId ?? null)
  const column = departmentId === null ? [] : review.output?.items
  return {
    held: sheet.output && column && rubric.rubric ? { sheet: sheet.output, column, rubric: rubric.rubric } : null,
    problem: sheet.problem ?? review.problem ?? rubric.problem,
    async reload() {
      await Promise.all([sheet.reload(), review.reload(), rubric.reload()])
    },
  }
}
