import type { Instant } from '#shared/assessment/assessment'
import { collection, command } from '../infrastructure/collection'

/** What a computer shows as a QR code for two minutes. */
export interface SignInTicket {
  _id: string
  /** sha-256 of the claim that only the computer has: a photograph of the code alone takes no session. */
  claimHash: string
  expiresAt: Instant
  memberId: string | null
  memberName: string | null
  takenAt: Instant | null
}

const tickets = collection<SignInTicket>('sign-in-tickets')

export function readTicket(ticketId: string): Promise<SignInTicket | null> {
  return tickets.read(ticketId)
}

export async function addTicket(ticket: SignInTicket): Promise<void> {
  await tickets.add(ticket)
}

/** Binds the ticket to the person. False where another confirmed it first. */
export async function confirmTicket(ticketId: string, memberId: string, memberName: string): Promise<boolean> {
  const confirmed = await tickets.update({ _id: ticketId, memberId: command.in([null]) }, { memberId, memberName })
  return confirmed === 1
}

/** Takes the confirmed ticket. False where it was taken before: it works once. */
export async function takeTicket(ticketId: string, takenAt: Instant): Promise<boolean> {
  const taken = await tickets.update(
    { _id: ticketId, takenAt: command.in([null]), memberId: command.nin([null]) },
    { takenAt },
  )
  return taken === 1
}
