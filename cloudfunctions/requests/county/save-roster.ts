import { assessmentId } from '#shared/assessment/assessment'
import { SaveRoster } from '#shared/contract/office-contract'
import { type Cycle, phases } from '#shared/cycle/cycle'
import { permissions } from '../../permissions/permissions'
import { readAssessmentRows } from '../../repositories/assessments'
import { currentCycle } from '../../repositories/cycles'
import { listDepartments, putDepartments } from '../../repositories/departments'
import { putUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { beginAssessments } from '../cycle/begin-assessments'

/**
 * Units and departments by their ids. A unit that comes while the cycle still takes 自评 gets its sheet at once; later, it
 * takes part from the next cycle on.
 */
export const saveRoster = defineRequest('roster.save', {
  interactive: false,
  schema: SaveRoster,
  load: () => ({ departments: listDepartments(), cycle: currentCycle() }),
  permit: permissions['roster.save'],
  act: async ({ input, loaded }) => {
    if (isRepetitive(input.departments.map(({ departmentId }) => departmentId))) {
      return refuse('call.invalid-input', { field: '部室' })
    }
    if (isRepetitive(input.units.map(({ unitId }) => unitId))) return refuse('call.invalid-input', { field: '单位' })
    const units = input.units.map(({ unitId, ...unit }): Unit => ({ _id: unitId, ...unit }))
    const orderOf = new Map(loaded.departments.map(({ _id, order }) => [_id, order]))
    for (const { departmentId } of input.departments) {
      if (!orderOf.has(departmentId)) orderOf.set(departmentId, orderOf.size)
    }
    await Promise.all([
      putDepartments(
        input.departments.map(({ departmentId, name }) => ({
          _id: departmentId,
          name,
          order: orderOf.get(departmentId) ?? 0,
        })),
      ),
      putUnits(units),
    ])
    if (!(await join(loaded.cycle, units))) return refuse('server.busy')
    return { departments: input.departments.length, units: input.units.length }
  },
})

/** Gives the units that are new to the cycle their sheets, unless 评分 is over. */
async function join(cycle: Cycle | null, units: Unit[]): Promise<boolean> {
  if (!cycle || phases.indexOf(cycle.phase) > phases.indexOf('review')) return true
  const begun = await readAssessmentRows(units.map(unit => assessmentId(cycle._id, unit._id)))
  return beginAssessments(cycle, units, begun)
}

function isRepetitive(ids: string[]): boolean {
  return new Set(ids).size < ids.length
}
