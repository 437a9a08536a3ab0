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
  /** When the sweep closed it: from then on it serves nothing, so that what it brought can go. Null until then. */
  closedAt: Instant | null
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
  const free = { _id: command.in(ticketIds), usedFor: command.in([null]), closedAt: command.in([null]) }
  if ((await tickets.update(free, { usedFor })) === ticketIds.length) return true
  return (await readUploadTickets(ticketIds)).every(ticket => ticket.usedFor === usedFor && isOpen(ticket))
}

/** False once the sweep has closed it; tickets of an earlier deployment do not say. */
export function isOpen({ closedAt }: UploadTicket): boolean {
  return (closedAt ?? null) === null
}

/** Where a file goes that was taken in: the same name in a folder that no client can write. */
export function takenInPath({ path }: Pick<UploadTicket, 'path'>, folder: string): string {
  return path.replace(/^incoming/, folder)
}

/** The folder of a unit's materials. */
export function materialsFolder(cycleId: string, unitId: string): string {
  return `materials/${cycleId}/${unitId}`
}

/** The folder of what groups photographed at a unit. */
export function visitPicturesFolder(cycleId: string, unitId: string): string {
  return `visit-pictures/${cycleId}/${unitId}`
}

/** Some tickets that ran out before then and that nobody has closed. One round trip. */
export function listOpenTickets(expiredBefore: Instant, limit: number): Promise<Pick<UploadTicket, '_id'>[]> {
  const conditions = { expiresAt: command.lt(expiredBefore), closedAt: command.in([null]) }
  return tickets.list(conditions, { fields: ['_id'], limit })
}

/** One round trip. */
export async function closeTickets(ticketIds: string[], closedAt: Instant): Promise<void> {
  await tickets.update({ _id: command.in(ticketIds), closedAt: command.in([null]) }, { closedAt })
}

/** Some tickets that were closed before then. One round trip. */
export function listClosedTickets(closedBefore: Instant, limit: number): Promise<UploadTicket[]> {
  return tickets.list({ closedAt: command.lt(closedBefore) }, { limit })
}

/** One round trip. */
export async function removeTickets(ticketIds: string[]): Promise<void> {
  await tickets.remove({ _id: command.in(ticketIds) })
}
