import { TakeCountyTickets } from '#shared/contract/target-contract'
import { checkFile } from '#shared/materials/file-limits'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'
import { giveTickets } from '../material/give-tickets'

/** Where a file of the county's own is put: of no unit and no cycle, until a request takes it in. */
export const takeCountyTickets = defineRequest('county.ticket', {
  interactive: true,
  schema: TakeCountyTickets,
  load: () => ({}),
  permit: permissions['county.ticket'],
  act: async ({ input: { files }, asker, caller, now }) => {
    for (const file of files) {
      const refusal = checkFile(file)
      if (refusal) return new Refusal(refusal)
    }
    return giveTickets(files, { cycleId: null, unitId: null, memberId: asker.memberId }, caller, now)
  },
})
