import { scoreCheckOf } from '#shared/assessment/score-check'
import { decidedCount } from '#shared/assessment/unit-state'
import { type CheckingUnit, ListScoreChecks } from '#shared/contract/score-check-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { mergeTallies, totalOf } from '#shared/scoring/tally'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { scoreCheckPermissions } from '../../permissions/score-check-permissions'
import type { ReviewedRow } from '../../repositories/assessment-reviews'
import { listDoubts } from '../../repositories/assessment-score-check'
import { listHeldTexts } from '../../repositories/content-checks'
import { readCycle } from '../../repositories/cycles'
import { listDepartments } from '../../repositories/departments'
import { listChairs } from '../../repositories/members'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { listUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { chairOf } from '../views/chair-view'
import { cycleView } from '../views/cycle-view'
import { type ReadRow, readingOf, readRow } from '../views/reading'
import { scoreDoubtView } from '../views/sheet-view'

/** Who has said 没有疑问, who doubts what, and what was answered: the whole county in its order. */
export const listScoreChecks = defineRequest('score-check.list', {
  interactive: true,
  schema: ListScoreChecks,
  load: ({ cycleId }) => ({
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    units: listUnits(),
    departments: listDepartments(),
    chairs: listChairs(),
    held: listHeldTexts(cycleId),
  }),
  permit: permissions['score-check.list'],
  act: async ({ input: { cycleId }, loaded: { cycle, units, departments, chairs, held }, asker, now }) => {
    const rubrics = await readRubricVersions(Object.values(cycle.rubricVersionIds))
    const itemIds = [...rubrics.values()].flatMap(rubric => itemsOf(rubric).map(({ id }) => id))
    const rows = new Map((await listDoubts(cycleId, [...new Set(itemIds)])).map(row => [row.unitId, row]))
    return {
      cycle: cycleView(cycle),
      departments: departments.map(({ _id, name }) => ({ departmentId: _id, name })),
      units: units.flatMap(unit => {
        const row = rows.get(unit._id)
        const rubric = row && rubrics.get(row.rubricVersionId)
        if (!row || !rubric) return []
        const read = readRow(row, readingOf(asker, unit._id, held.get(unit._id)))
        const abilities = abilitiesOf(
          scoreCheckPermissions,
          asker,
          { unitId: unit._id },
          { cycle, assessment: row },
          now,
        )
        return [{ ...checkingUnit(unit, read, rubric, cycle, chairOf(unit._id, chairs, now)), abilities }]
      }),
    }
  },
})

function checkingUnit(
  { _id: unitId, name, audience }: Unit,
  row: ReadRow<ReviewedRow>,
  rubric: Rubric,
  cycle: Cycle,
  chair: { name: string; phone: string } | undefined,
): Omit<CheckingUnit, 'abilities'> {
  const items = itemsOf(rubric)
  const scores = mergeTallies(Object.values(row.summary.byDepartment))
  return {
    ...{ unitId, name, audience },
    chair: chair ? { name: chair.name, phone: chair.phone } : null,
    check: scoreCheckOf(row),
    score: { total: totalOf(scores, cycle.notApplicable), complete: decidedCount(row.summary) === items.length },
    doubts: items.flatMap(({ id: itemId, number, shortName }) => {
      const doubt = row.items[itemId]?.doubt
      return doubt && doubt.state !== 'withdrawn' ? [{ itemId, number, shortName, ...scoreDoubtView(doubt) }] : []
    }),
  }
}
