import { TakeMaterialTickets } from '#shared/contract/material-contract'
import { checkFile } from '#shared/materials/file-limits'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'
import { loadSheet } from '../assessment/load-sheet'
import { giveTickets } from './give-tickets'

export const takeMaterialTickets = defineRequest('material.ticket', {
  interactive: true,
  schema: TakeMaterialTickets,
  load: loadSheet,
  permit: permissions['material.ticket'],
  act: async ({ input: { cycleId, unitId, files }, asker, caller, now }) => {
    for (const file of files) {
      const refusal = checkFile(file)
      if (refusal) return new Refusal(refusal)
    }
    return giveTickets(files, { cycleId, unitId, memberId: asker.memberId }, caller, now)
  },
})
