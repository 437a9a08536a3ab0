import { TakeMaterialTickets } from '#shared/contract/material-contract'
import { checkFile, fileEndings } from '#shared/materials/file-limits'
import { randomId } from '../../infrastructure/secrets'
import { uploadAddress } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { addUploadTickets, type UploadTicket } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'
import { loadSheet } from '../assessment/load-sheet'

/** A folder photographed on a weak network: long enough to send it, short enough to be worth nothing tomorrow. */
const ticketMilliseconds = 30 * 60_000

export const takeMaterialTickets = defineRequest('material.ticket', {
  interactive: true,
  schema: TakeMaterialTickets,
  load: loadSheet,
  permit: permissions['material.ticket'],
  act: async ({ input: { cycleId, unitId, files }, asker, caller, now }) => {
    for (const file of files) {
      const refusal = checkFile(file)
      if (refusal) return new Refusal(refusal)
    }
    const expiresAt = now + ticketMilliseconds
    const tickets = files.map(
      (file): UploadTicket => ({
        _id: randomId(),
        cycleId,
        unitId,
        memberId: asker.memberId,
        ...file,
        // Nobody can guess it, so nobody else can write it.
        path: `incoming/${randomId()}.${fileEndings[file.type]}`,
        expiresAt,
        usedFor: null,
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
  },
})
