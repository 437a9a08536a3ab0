import { PreviewTargets } from '#shared/contract/target-contract'
import { targetsTitle } from '#shared/results/document-name'
import { readTargetTable } from '#shared/targets/read-target-table'
import { changedCells } from '#shared/targets/target-grid'
import { permissions } from '../../permissions/permissions'
import { keepImport } from '../../repositories/imports'
import { readTargets } from '../../repositories/targets'
import { readUploadTickets } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'
import { readUploadedTable } from '../tables/read-uploaded-table'
import { gridOf, loadGrid } from './load-targets'

/** So many cells are shown; how many there are is counted. */
const shownCells = 200

/** Reads an uploaded table and tells every fault, or what it would change. It counts by `target.import` alone. */
export const previewTargets = defineRequest('target.preview', {
  // The person sees that the file is being read.
  interactive: false,
  schema: PreviewTargets,
  load: (input: PreviewTargets) => ({
    ...loadGrid(input),
    standing: readTargets(input.cycleId),
    tickets: readUploadTickets([input.ticketId]),
  }),
  permit: permissions['target.preview'],
  act: async ({ input: { cycleId, ticketId, fileName }, loaded, asker: { name, memberId }, now }) => {
    const { tickets, standing } = loaded
    const purpose = `import:targets:${cycleId}`
    const read = await readUploadedTable({ ticketId, tickets, memberId, now, purpose, sheet: targetsTitle })
    if (read instanceof Refusal) return read
    const { problems, units, cells: stated } = readTargetTable(read.table, await gridOf(loaded))
    const cells = problems.length > 0 ? [] : changedCells(standing?.units ?? {}, stated)
    await keepImport({
      _id: ticketId,
      kind: 'targets',
      cycleId,
      fileName,
      fileId: read.fileId,
      revision: standing?.revision ?? 0,
      problems: problems.length,
      signature: { name, memberId, at: now },
      cells,
    })
    return { ticketId, fileName, problems, units, cells: cells.slice(0, shownCells), changes: cells.length }
  },
})
