import { assessmentId } from '#shared/assessment/assessment'
import { fileIdOf, removeObjects } from '../infrastructure/storage'
import { listMaterials } from '../repositories/assessments'
import {
  closeTickets,
  listClosedTickets,
  listOpenTickets,
  materialsFolder,
  removeTickets,
  takenInPath,
  type UploadTicket,
  visitPicturesFolder,
} from '../repositories/upload-tickets'
import type { Step, Turn } from './step'

/** A phone that uploaded in a valley registers when it has signal again; a day later it takes another ticket anyway. */
const MERCY = 24 * 3_600_000
/** Longer than any registration runs that still found the ticket open: it has written by then, or never will. */
const LONGEST_REGISTRATION = 5 * 60_000
const AT_ONCE = 50

/**
 * Removes what was uploaded and never registered, a day after its ticket ran out. First tickets are closed, so that
 * nothing can be registered with them any more; only a later turn looks whether a sheet names their files and removes
 * those that none does. What was written to the incoming path after a registration goes too. Answers whether more waits.
 */
async function sweep({ now }: Turn): Promise<string | null> {
  const [closed, open] = await Promise.all([
    listClosedTickets(now - LONGEST_REGISTRATION, AT_ONCE),
    listOpenTickets(now - MERCY, AT_ONCE),
  ])
  if (closed.length > 0) {
    const named = await filesNamed(closed)
    const paths = closed.flatMap(ticket => [ticket.path, ...takenInPaths(ticket)])
    const fileIds = await Promise.all(paths.map(fileIdOf))
    await removeObjects(fileIds.filter(fileId => !named.has(fileId)))
    // Last: a turn that dies before finds the same tickets again.
    await removeTickets(closed.map(({ _id }) => _id))
  }
  if (open.length > 0)
    await closeTickets(
      open.map(({ _id }) => _id),
      now,
    )
  return Math.max(closed.length, open.length) === AT_ONCE ? 'more' : null
}

export const sweepUploads: Step = { name: 'sweep-uploads', run: sweep }

/**
 * Where the file lies once it was taken in, of a material or of a group's picture: those a sheet names if it has them.
 * What other purposes took in is theirs to keep.
 */
function takenInPaths(ticket: UploadTicket): string[] {
  const { cycleId, unitId, usedFor } = ticket
  if (cycleId === null || unitId === null) return []
  if (usedFor?.startsWith('material:')) return [takenInPath(ticket, materialsFolder(cycleId, unitId))]
  if (usedFor?.startsWith('visit-picture:')) return [takenInPath(ticket, visitPicturesFolder(cycleId, unitId))]
  return []
}

/** The ids of all files that the sheets of these tickets name. */
async function filesNamed(tickets: UploadTicket[]): Promise<Set<string>> {
  const sheets = tickets.flatMap(({ cycleId, unitId }) =>
    cycleId === null || unitId === null ? [] : [assessmentId(cycleId, unitId)],
  )
  const found = await listMaterials([...new Set(sheets)])
  const files = found.flatMap(({ materials, visitPictures = {} }) => [
    ...Object.values(materials).flatMap(material => material.files),
    ...Object.values(visitPictures),
  ])
  return new Set(files.flatMap(({ fileId, thumbnailId }) => (thumbnailId === null ? [fileId] : [fileId, thumbnailId])))
}
