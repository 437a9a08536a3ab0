import { OpenTargets } from '#shared/contract/target-contract'
import { numberAt } from '#shared/targets/target-grid'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { targetPermissions } from '../../permissions/record-permissions'
import { readTargets } from '../../repositories/targets'
import { defineRequest } from '../../request-pipeline/define-request'
import { gridOf, loadGrid } from './load-targets'

/** The 目标任务分解表 as it stands. */
export const openTargets = defineRequest('target.open', {
  interactive: true,
  schema: OpenTargets,
  load: ({ cycleId }) => ({ ...loadGrid({ cycleId }), standing: readTargets(cycleId) }),
  permit: permissions['target.open'],
  act: async ({ input: { cycleId }, loaded, asker, now }) => {
    const { measures, units } = await gridOf(loaded)
    const { standing, cycle } = loaded
    return {
      cycleId,
      revision: standing?.revision ?? 0,
      measures: [...measures],
      units: units.map(unit => ({
        ...unit,
        numbers: measures.map(({ measure }) => numberAt(standing?.units ?? {}, unit.unitId, measure)),
      })),
      changed: standing?.changed ?? null,
      abilities: abilitiesOf(targetPermissions, asker, {}, { cycle }, now),
    }
  },
})
