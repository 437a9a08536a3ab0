import { assessmentId } from '#shared/assessment/assessment'
import type { PostView } from '#shared/contract/identity-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { readAssessmentRows } from '../../repositories/assessments'
import { listDepartments } from '../../repositories/departments'
import type { Post } from '../../repositories/members'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { readUnits } from '../../repositories/units'
import { sheetState } from './sheet-view'

/**
 * A person's posts with the names and states that screens show. One parallel round trip. A post whose unit or
 * department is not in the roster is left out.
 */
export async function postViews(posts: Post[], cycle: Cycle | null): Promise<PostView[]> {
  const unitIds = posts.flatMap(post => ('unitId' in post ? [post.unitId] : []))
  const [units, departments, rows] = await Promise.all([
    readUnits(unitIds),
    posts.some(post => 'departmentId' in post) ? listDepartments() : [],
    cycle ? readAssessmentRows(unitIds.map(unitId => assessmentId(cycle._id, unitId))) : [],
  ])
  const rubrics = await readRubricVersions(rows.map(row => row.rubricVersionId))
  return posts.flatMap((post): PostView[] => {
    if ('unitId' in post) {
      const unit = units.find(({ _id }) => _id === post.unitId)
      const row = rows.find(({ unitId }) => unitId === post.unitId)
      const rubric = row && rubrics.get(row.rubricVersionId)
      const state = row && rubric ? sheetState(row, rubric) : null
      return unit ? [{ role: post.role, unitId: unit._id, unitName: unit.name, audience: unit.audience, state }] : []
    }
    if ('departmentId' in post) {
      const department = departments.find(({ _id }) => _id === post.departmentId)
      return department ? [{ role: post.role, departmentId: department._id, departmentName: department.name }] : []
    }
    return [{ role: post.role }]
  })
}
