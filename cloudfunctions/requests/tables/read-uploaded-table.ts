import * as v from 'valibot'
import type { Instant } from '#shared/assessment/assessment'
import type { TableAsRead } from '#shared/tables/table-as-read'
import { TableAnswer } from '../../documents/tasks'
import { callDocuments } from '../../infrastructure/other-functions'
import type { UploadTicket } from '../../repositories/upload-tickets'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { checkTickets, takeInFiles } from '../material/take-in-files'

interface UploadedTable {
  ticketId: string
  tickets: UploadTicket[]
  /** Who took the ticket. */
  memberId: string
  now: Instant
  /** What the table is for; a ticket serves one purpose, so that no file is previewed as something else. */
  purpose: string
  /** The sheet that is read where there are several. */
  sheet: string
}

/**
 * Moves an uploaded table to where no client can write, and has it read. Repeating it is harmless, wherever it broke
 * off. Nothing counts by it.
 */
export async function readUploadedTable(
  asked: UploadedTable,
): Promise<{ fileId: string; table: TableAsRead } | Refusal> {
  const { ticketId, tickets, memberId, now, purpose, sheet } = asked
  if (tickets.some(({ use }) => use !== 'table')) return refuse('material.ticket-unknown')
  const obstacle = checkTickets([ticketId], tickets, { cycleId: null, unitId: null, memberId, purpose, now })
  if (obstacle) return new Refusal(obstacle)
  const taken = await takeInFiles(tickets, 'imports', purpose)
  if ('code' in taken) return taken.code === 'material.wrong-type' ? refuse('table.unreadable') : new Refusal(taken)
  const fileId = taken.get(ticketId) ?? ''
  const read = v.safeParse(TableAnswer, await callDocuments({ task: 'read-table', fileId, sheet }))
  if (!read.success) return refuse('document.failed')
  switch (read.output.kind) {
    case 'read':
      return { fileId, table: read.output.table }
    case 'too-long':
      return refuse('table.too-long')
    case 'unreadable':
      return refuse('table.unreadable')
  }
}
