import { TakeVisitTickets } from '#shared/contract/visit-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'
import { checkAnnounced, giveTickets } from '../material/give-tickets'
import { loadVisitedUnit } from './load-visited-unit'

export const takeVisitTickets = defineRequest('visit.ticket', {
  interactive: true,
  schema: TakeVisitTickets,
  load: loadVisitedUnit,
  permit: permissions['visit.ticket'],
  act: async ({ input: { cycleId, unitId, files }, asker, caller, now }) => {
    const refusal = checkAnnounced(files)
    if (refusal) return new Refusal(refusal)
    return giveTickets(files, { cycleId, unitId, memberId: asker.memberId }, caller, now)
  },
})
