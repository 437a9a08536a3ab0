import type { Assessment, HistoryEntry, Instant, PaperSheet } from '#shared/assessment/assessment'
import { bodyHash } from '../../infrastructure/canonical-json'
import type { Actor } from '../../permissions/permission'
import { readWithHistory } from '../../repositories/assessments'
import type { UploadTicket } from '../../repositories/upload-tickets'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { checkTickets, takeInFiles } from '../material/take-in-files'

/** What every 代录 carries: the stamped sheet, photographed or scanned, and a note. */
interface PaperInput {
  cycleId: string
  unitId: string
  operationId: string
  sheets: string[]
  note: string
}

interface PaperScene {
  input: PaperInput
  loaded: { tickets: UploadTicket[] }
  asker: Actor
  now: Instant
}

/** The stamped paper behind a 代录, its files taken in; `departmentId` is null for the unit's own sheet. */
export async function takePaperSheet(
  { input, loaded: { tickets }, asker, now }: PaperScene,
  departmentId: string | null,
): Promise<PaperSheet | Refusal> {
  const { cycleId, unitId, operationId, sheets, note } = input
  const purpose = `paper:${operationId}`
  const wrong = checkTickets(sheets, tickets, { cycleId, unitId, memberId: asker.memberId, purpose, now })
  if (wrong) return new Refusal(wrong)
  if (tickets.some(ticket => ticket.use !== 'sheet')) return refuse('material.ticket-unknown')
  const taken = await takeInFiles(tickets, `papers/${cycleId}/${unitId}`, purpose)
  if ('code' in taken) return new Refusal(taken)
  const files = sheets.flatMap(ticketId => taken.get(ticketId) ?? [])
  return {
    departmentId,
    files,
    note,
    signature: { name: asker.name, memberId: asker.memberId, at: now, fromPaper: true },
  }
}

/** The entry for the paper as a whole: it names who typed it, the items' own entries what was typed. */
export function paperEntry({ input, asker, now }: PaperScene, part: string, to: unknown): HistoryEntry {
  const { operationId } = input
  return historyEntry(asker, now, {
    operationId,
    body: input,
    itemId: null,
    part,
    revision: 0,
    from: null,
    to,
    fromPaper: true,
  })
}

/** The sheet as it stands, if this very paper was entered before; a refusal where its id came with another body. */
export async function enteredBefore(assessmentId: string, input: PaperInput): Promise<Assessment | Refusal | null> {
  const current = await readWithHistory(assessmentId)
  const entry = current?.history.find(({ operationId }) => operationId === input.operationId)
  if (!current || !entry) return null
  return entry.bodyHash === bodyHash(input) ? current : refuse('operation.reused')
}
