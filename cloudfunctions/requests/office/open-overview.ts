import type { Instant } from '#shared/assessment/assessment'
import { itemsByDepartment } from '#shared/assessment/summarize'
import { decidedCount } from '#shared/assessment/unit-state'
import { OpenOverview, type OverviewUnit } from '#shared/contract/office-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { itemsOf, maximumOf, type Rubric } from '#shared/rubric/rubric'
import { mergeTallies, totalOf } from '#shared/scoring/tally'
import { officePermissions } from '../../permissions/office-permissions'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { extensionPermissions } from '../../permissions/sheet-permissions'
import { type AssessmentRow, listAssessmentRows } from '../../repositories/assessments'
import { readCycle } from '../../repositories/cycles'
import { listDepartments } from '../../repositories/departments'
import { listChairs } from '../../repositories/members'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { listUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { chairOf } from '../views/chair-view'
import { cycleView } from '../views/cycle-view'
import { sheetState } from '../views/sheet-view'

/** Who is where, who is late: from the figures of each sheet, without its items. */
export const openOverview = defineRequest('office.overview', {
  interactive: true,
  schema: OpenOverview,
  load: ({ cycleId }) => ({
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    units: listUnits(),
    departments: listDepartments(),
    rows: listAssessmentRows(cycleId),
    chairs: listChairs(),
  }),
  permit: permissions['office.overview'],
  act: async ({ loaded: { cycle, units, departments, rows, chairs }, asker, now }) => {
    const rubrics = await readRubricVersions(rows.map(row => row.rubricVersionId))
    const rowOf = new Map(rows.map(row => [row.unitId, row]))
    return {
      cycle: cycleView(cycle),
      departments: departments.map(({ _id, name }) => ({ departmentId: _id, name })),
      units: units.flatMap(unit => {
        const row = rowOf.get(unit._id)
        const rubric = row && rubrics.get(row.rubricVersionId)
        return row && rubric ? [overviewUnit(cycle, unit, row, rubric, chairOf(unit._id, chairs, now), now)] : []
      }),
      abilities: {
        ...abilitiesOf(officePermissions, asker, {}, {}, now),
        ...abilitiesOf(extensionPermissions, asker, {}, { cycle }, now),
      },
    }
  },
})

/** One that was taken back is none. */
function extensionView({ extension }: AssessmentRow): OverviewUnit['extension'] {
  if (!extension?.length) return null
  const { reason, signature } = extension
  return { reason, by: signature.name, at: signature.at }
}

function overviewUnit(
  cycle: Cycle,
  unit: Unit,
  row: AssessmentRow,
  rubric: Rubric,
  chair: { name: string; phone: string } | undefined,
  now: Instant,
): OverviewUnit {
  const { summary, submission } = row
  const itemCount = itemsOf(rubric).length
  const scores = mergeTallies(Object.values(summary.byDepartment))
  return {
    unitId: unit._id,
    name: unit.name,
    audience: unit.audience,
    chair: chair ? { name: chair.name, phone: chair.phone } : null,
    state: sheetState(row, rubric),
    submittedAt: submission?.signature.at ?? null,
    late: submission?.late ?? false,
    dueAt: row.selfDueAt,
    extension: extensionView(row),
    overdue: submission === null && now > row.selfDueAt,
    fromPaper: submission?.signature.fromPaper ?? false,
    itemCount,
    filled: summary.self.count,
    selfTotal: totalOf(summary.self, cycle.notApplicable),
    selfMaximum: maximumOf(rubric),
    byDepartment: Object.fromEntries(
      Object.entries(itemsByDepartment(rubric)).map(([departmentId, items]) => [
        departmentId,
        { items, decided: summary.byDepartment[departmentId]?.count ?? 0 },
      ]),
    ),
    score: { total: totalOf(scores, cycle.notApplicable), complete: decidedCount(summary) === itemCount },
  }
}
