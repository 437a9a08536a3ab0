import { TakeMaterialTickets } from '#shared/contract/material-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'
import { loadSheet } from '../assessment/load-sheet'
import { checkAnnounced, giveTickets } from './give-tickets'

export const takeMaterialTickets = defineRequest('material.ticket', {
  interactive: true,
  schema: TakeMaterialTickets,
  load: loadSheet,
  permit: permissions['material.ticket'],
  act: async ({ input: { cycleId, unitId, files }, asker, caller, now }) => {
    const refusal = checkAnnounced(files)
    if (refusal) return new Refusal(refusal)
    return giveTickets(files, { cycleId, unitId, memberId: asker.memberId }, caller, now)
  },
})
