import type { Instant } from '#shared/assessment/assessment'
import type { FileAnnouncement } from '#shared/contract/material-contract'
import type { FileUse } from '#shared/materials/file-limits'
import { collection, command } from '../infrastructure/collection'

/** The promise of one file: who will put what at which path, and until when. */
export interface UploadTicket extends Omit<FileAnnouncement, 'use'> {
  use: FileUse
  _id: string
  /** Null where the file is the county's own. */
  cycleId: string | null
  unitId: string | null
  memberId: string
  /** `incoming/<random>`, where clients may write. */
  path: string
  expiresAt: Instant
  /** What the file became part of; null until then. A ticket serves one purpose, however often that is delivered. */
  usedFor: string | null
}

const tickets = collection<UploadTicket>('upload-tickets')

/** One round trip. */
export async function addUploadTickets(added: UploadTicket[]): Promise<void> {
  await tickets.addAll(added)
}

/** Those tickets, in no particular order; without a round trip where none is asked for. */
export async function readUploadTickets(ticketIds: string[]): Promise<UploadTicket[]> {
  return ticketIds.length === 0 ? [] : tickets.list({ _id: command.in(ticketIds) })
}

/** Binds the tickets to a purpose. False where one of them serves another already. One round trip, two in a conflict. */
export async function claimUploadTickets(ticketIds: string[], usedFor: string): Promise<boolean> {
  const free = { _id: command.in(ticketIds), usedFor: command.in([null]) }
  if ((await tickets.update(free, { usedFor })) === ticketIds.length) return true
  return (await readUploadTickets(ticketIds)).every(ticket => ticket.usedFor === usedFor)
}
