import type { Instant } from '#shared/assessment/assessment'
import type { PostInput } from '#shared/contract/office-contract'
import { collection, command } from '../infrastructure/collection'
import { sha256Hex } from '../infrastructure/secrets'

/** A post that waits for its person. The code itself is not stored: who reads the database cannot take a post. */
export interface InvitationDocument {
  _id: string
  name: string
  phone: string
  post: PostInput
  invitedBy: string
  invitedAt: Instant
  expiresAt: Instant
  usedBy: string | null
}

const invitations = collection<InvitationDocument>('invitations')

/** Letters in either case and blanks as people type them lead to the same invitation. */
export function invitationId(code: string): string {
  return sha256Hex(code.replace(/[\s-]/g, '').toUpperCase()).slice(0, 32)
}

export function readInvitation(code: string): Promise<InvitationDocument | null> {
  return invitations.read(invitationId(code))
}

export function addInvitation(invitation: InvitationDocument): Promise<boolean> {
  return invitations.add(invitation)
}

/** Redeems the invitation for that person. False where another used it first. */
export async function redeemInvitation(id: string, memberId: string): Promise<boolean> {
  const used = await invitations.update({ _id: id, usedBy: command.in([null]) }, { usedBy: memberId })
  return used === 1
}
