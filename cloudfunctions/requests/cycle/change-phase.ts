import { ChangePhase } from '#shared/contract/cycle-contract'
import { scoresReachUnits } from '#shared/cycle/cycle'
import { permissions } from '../../permissions/permissions'
import { readCycle, changePhase as writePhase } from '../../repositories/cycles'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { cycleView } from '../views/cycle-view'

/** Moves the year on, or back where the office was too fast. */
export const changePhase = defineRequest('cycle.change-phase', {
  interactive: true,
  schema: ChangePhase,
  load: ({ cycleId }) => ({ cycle: needed(readCycle(cycleId), 'cycle.none') }),
  permit: permissions['cycle.change-phase'],
  act: async ({ input: { cycleId, phase }, loaded: { cycle } }) => {
    const isReleased = scoresReachUnits({ phase }) && !scoresReachUnits(cycle)
    await writePhase(cycleId, phase, isReleased ? ['released'] : [])
    return { cycle: cycleView({ ...cycle, phase }) }
  },
})
