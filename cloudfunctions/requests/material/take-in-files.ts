import { createHash } from 'node:crypto'
import type { Instant } from '#shared/assessment/assessment'
import { type Problem, problem } from '#shared/errors/problems'
import { checkContent } from '#shared/materials/check-content'
import { checkFile, maximumBytesOf } from '#shared/materials/file-limits'
import { fileIdOf, moveObjects, readObject, removeObjects, signedAddresses } from '../../infrastructure/storage'
import { claimUploadTickets, isOpen, takenInPath, type UploadTicket } from '../../repositories/upload-tickets'

/** For whom and for what the tickets must have been taken. */
export interface TicketHolder {
  cycleId: string | null
  unitId: string | null
  memberId: string
  /** What the files become part of; the same again is a repeated delivery. */
  purpose: string
  now: Instant
}

/** Whether all of these tickets stand, are this person's, for this unit, and serve nothing else. */
export function checkTickets(ticketIds: string[], tickets: UploadTicket[], holder: TicketHolder): Problem | null {
  const mine = new Set(tickets.filter(ticket => isHeldBy(ticket, holder)).map(ticket => ticket._id))
  const differ = new Set(ticketIds).size === ticketIds.length
  return differ && ticketIds.every(ticketId => mine.has(ticketId)) ? null : problem('material.ticket-unknown')
}

function isHeldBy(ticket: UploadTicket, { cycleId, unitId, memberId, purpose, now }: TicketHolder): boolean {
  if (!isOpen(ticket) || ticket.cycleId !== cycleId || ticket.unitId !== unitId || ticket.memberId !== memberId)
    return false
  // A file taken in before is out of the client's reach, so time does not matter to it any more.
  return ticket.usedFor === null ? now <= ticket.expiresAt : ticket.usedFor === purpose
}

/**
 * Moves uploaded files to where no client can write, and only then looks at them: what was examined is what stays,
 * even if the uploader writes to the old path in that very moment. A file that is not what was announced is removed.
 * Repeating it with the same purpose is harmless. Answers file ids by ticket, or why a file is refused.
 */
export async function takeInFiles(
  tickets: UploadTicket[],
  folder: string,
  purpose: string,
): Promise<Map<string, string> | Problem> {
  if (tickets.length === 0) return new Map()
  const moves = tickets.map(({ path }) => ({ from: path, to: takenInPath({ path }, folder) }))
  const [isMine, fileIds] = await Promise.all([
    claimUploadTickets(
      tickets.map(ticket => ticket._id),
      purpose,
    ),
    Promise.all(moves.map(({ to }) => fileIdOf(to))),
    moveObjects(moves),
  ])
  if (!isMine) return problem('material.ticket-unknown')
  const addresses = await signedAddresses(fileIds)
  const arrived = tickets.map((ticket, index) => ({ ticket, fileId: fileIds[index] ?? '' }))
  if (arrived.some(({ fileId }) => !addresses.has(fileId))) return problem('material.not-uploaded')

  // One after the other: twenty documents at once would not fit the function's memory.
  for (const { ticket, fileId } of arrived) {
    const refusal = await examine(ticket, addresses.get(fileId) ?? '')
    if (!refusal) continue
    await removeObjects([fileId])
    return refusal
  }
  return new Map(arrived.map(({ ticket, fileId }) => [ticket._id, fileId]))
}

/** Compares what lies in storage with what its ticket announced. */
async function examine(ticket: UploadTicket, address: string): Promise<Problem | null> {
  const maximum = maximumBytesOf(ticket.use)
  const object = await readObject(address, maximum)
  if (object === null) return checkFile({ ...ticket, bytes: maximum + 1 })
  const { bytes, contentType } = object
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (bytes.length !== ticket.bytes || sha256 !== ticket.sha256) return problem('material.altered')
  // A browser's uploader names the type under which storage hands the file out: as a page it could run a script.
  if (isRunnable(contentType)) return problem('material.wrong-type')
  // What a rubric's document is, its reader says in a sentence of its own.
  return ticket.use === 'rubric' ? null : checkContent(bytes, ticket.type)
}

function isRunnable(contentType: string): boolean {
  return /html|xml|svg|script|text\/(?!plain)/i.test(contentType) && !/openxmlformats/i.test(contentType)
}
