import type { Problem } from '#shared/errors/problems'
import { problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { localFiles } from '../../platform/local-files'
import { pictures } from '../../platform/pictures'
import { upload } from '../../platform/upload'
import type { AttachedSheet } from './entry'

interface Attached {
  sheets: AttachedSheet[]
  /** Why some pages are not among them. */
  problem: Problem | null
}

/**
 * Photographs or chooses pages of the stamped sheet and puts them where `paper.enter-…` finds them by their tickets.
 * `already` is how many pages there are, for their names.
 */
export async function attachSheets(
  unit: { cycleId: string; unitId: string },
  from: 'camera' | 'album',
  already: number,
): Promise<Attached> {
  const { pictures: taken, failed } = await pictures.take(from, 'document')
  if (taken.length === 0) return { sheets: [], problem: failed > 0 ? problem('material.wrong-type') : null }
  const files = taken.map(({ type, bytes, sha256 }) => ({ use: 'sheet' as const, type, bytes, sha256 }))
  const asked = await ask('material.ticket', { ...unit, files })
  if (!asked.ok) return { sheets: [], problem: asked.problem }
  const sheets: AttachedSheet[] = []
  let refused: Problem | null = failed > 0 ? problem('material.wrong-type') : null
  for (const [index, picture] of taken.entries()) {
    const ticket = asked.output.tickets[index]
    if (!ticket) continue
    const outcome = await upload({ path: picture.path, type: picture.type, ticket }).outcome
    if (outcome === 'uploaded') {
      const { ticketId, expiresAt } = ticket
      sheets.push({ ticketId, expiresAt, name: `第${already + sheets.length + 1}页` })
    } else refused = problem('material.not-uploaded')
    await localFiles.remove(picture.path)
    await localFiles.remove(picture.thumbnail.path)
  }
  return { sheets, problem: refused }
}
