import { SaveRoster } from '#shared/contract/office-contract'
import { permissions } from '../../permissions/permissions'
import { listDepartments, putDepartments } from '../../repositories/departments'
import { putUnits } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'

/** Units and departments by their ids. A unit entered after the cycle opened takes part from the next one on. */
export const saveRoster = defineRequest('roster.save', {
  interactive: false,
  schema: SaveRoster,
  load: () => ({ departments: listDepartments() }),
  permit: permissions['roster.save'],
  act: async ({ input, loaded }) => {
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
      putUnits(input.units.map(({ unitId, ...unit }) => ({ _id: unitId, ...unit }))),
    ])
    return { departments: input.departments.length, units: input.units.length }
  },
})
