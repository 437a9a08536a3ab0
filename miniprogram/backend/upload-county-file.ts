import type { Instant } from '#shared/assessment/assessment'
import { type Problem, problem } from '#shared/errors/problems'
import { type CountyFileUse, checkFile } from '#shared/materials/file-limits'
import type { FileType } from '#shared/materials/material'
import type { LocalPath } from '../platform/capabilities'
import { upload } from '../platform/upload'
import { ask } from './ask'

interface CountyFile {
  path: LocalPath
  type: FileType | null
  bytes: number
  sha256: string
}
export type UploadedCountyFile = { ok: true; ticketId: string; expiresAt: Instant } | { ok: false; problem: Problem }

/**
 * Puts a file of the county's own (a table to import, the rubric's document, a page of the 签到册) where a request finds
 * it by its ticket. What would be refused on arrival does not travel. `onProgress` is told from 0 to 1.
 */
export async function uploadCountyFile(
  use: CountyFileUse,
  { path, type, bytes, sha256 }: CountyFile,
  onProgress?: (share: number) => void,
): Promise<UploadedCountyFile> {
  if (type === null) return { ok: false, problem: problem('material.wrong-type') }
  const refused = checkFile({ use, type, bytes })
  if (refused) return { ok: false, problem: refused }
  const asked = await ask('county.ticket', { files: [{ use, type, bytes, sha256 }] })
  if (!asked.ok) return asked
  const [ticket] = asked.output.tickets
  if (!ticket) return { ok: false, problem: problem('material.ticket-unknown') }
  const outcome = await upload({ path, type, ticket, ...(onProgress ? { onProgress } : {}) }).outcome
  if (outcome !== 'uploaded')
    return { ok: false, problem: problem(outcome === 'unreachable' ? 'network.unreachable' : 'material.not-uploaded') }
  return { ok: true, ticketId: ticket.ticketId, expiresAt: ticket.expiresAt }
}
