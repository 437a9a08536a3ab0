import type { Instant } from '#shared/assessment/assessment'
import type { MaterialTickets } from '#shared/contract/material-contract'
import type { Problem } from '#shared/errors/problems'
import { checkFile, fileEndings } from '#shared/materials/file-limits'
import { randomId } from '../../infrastructure/secrets'
import { uploadAddress } from '../../infrastructure/storage'
import { addUploadTickets, type UploadTicket } from '../../repositories/upload-tickets'
import type { Caller } from '../../request-pipeline/identify'

/** A folder photographed on a weak network: long enough to send it, short enough to be worth nothing tomorrow. */
const ticketMilliseconds = 30 * 60_000

type Announced = Pick<UploadTicket, 'use' | 'type' | 'bytes' | 'sha256'>

/** Why one of these files would not be taken, before it travels. */
export function checkAnnounced(files: readonly Announced[]): Problem | null {
  for (const file of files) {
    const refusal = checkFile(file)
    if (refusal) return refusal
  }
  return null
}

/** Gives a ticket for each of these files, in their order. One round trip. */
export async function giveTickets(
  files: readonly Announced[],
  holder: Pick<UploadTicket, 'cycleId' | 'unitId' | 'memberId'>,
  caller: Caller,
  now: Instant,
): Promise<MaterialTickets> {
  const expiresAt = now + ticketMilliseconds
  const tickets = files.map(
    (file): UploadTicket => ({
      _id: randomId(),
      ...holder,
      ...file,
      // Nobody can guess it, so nobody else can write it.
      path: `incoming/${randomId()}.${fileEndings[file.type]}`,
      expiresAt,
      usedFor: null,
      closedAt: null,
    }),
  )
  // The mini-program uploads by path with its own identity; a browser needs an address that carries the permission.
  const [puts] = await Promise.all([
    caller.via === 'http' ? Promise.all(tickets.map(({ path }) => uploadAddress(path))) : [],
    addUploadTickets(tickets),
  ])
  return {
    tickets: tickets.map(({ _id, path }, index) => ({ ticketId: _id, path, put: puts[index] ?? null, expiresAt })),
  }
}
