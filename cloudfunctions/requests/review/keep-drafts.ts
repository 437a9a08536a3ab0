import { assessmentId } from '#shared/assessment/assessment'
import { type Draft, KeepDrafts } from '#shared/contract/review-contract'
import { findItem } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { readAssessmentRows } from '../../repositories/assessments'
import { keepDrafts } from '../../repositories/review-drafts'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { loadDepartment } from './load-department'

/** Keeps what a reviewer has so far, for nobody else. Unfinished is fine; the later delivery stands. */
export const keepReviewDrafts = defineRequest('review.draft', {
  interactive: true,
  schema: KeepDrafts,
  load: (input: KeepDrafts) => ({
    ...loadDepartment(input),
    rows: readAssessmentRows([...new Set(input.drafts.map(({ unitId }) => assessmentId(input.cycleId, unitId)))]),
  }),
  permit: permissions['review.draft'],
  act: async ({ input: { cycleId, departmentId, drafts }, loaded: { rows }, asker, now }) => {
    const rubrics = await readRubricVersions(rows.map(row => row.rubricVersionId))
    const rubricOf = new Map(rows.map(row => [row.unitId, rubrics.get(row.rubricVersionId)]))
    const byUnit = new Map<string, Record<string, Draft>>()
    for (const { unitId, itemId, ...score } of drafts) {
      const rubric = rubricOf.get(unitId)
      if (!rubric) return refuse('assessment.unknown')
      const item = findItem(rubric, itemId)
      if (!item) return refuse('item.unknown')
      if (item.department !== departmentId) return refuse('permission.denied')
      byUnit.set(unitId, { ...byUnit.get(unitId), [itemId]: { ...score, at: now } })
    }
    const of = { cycleId, departmentId, memberId: asker.memberId }
    await Promise.all([...byUnit].map(([unitId, items]) => keepDrafts(of, unitId, items, now)))
    return { keptAt: now }
  },
})
