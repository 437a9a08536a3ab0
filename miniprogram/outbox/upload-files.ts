import type { MaterialTicket } from '#shared/contract/material-contract'
import { type Problem, problem } from '#shared/errors/problems'
import type { LocalPath } from '../platform/capabilities'
import type { QueuedFile, QueuedUpload, Registration, SheetKey } from './box'
import { fateOf } from './fate'
import { registrationOf, updateRegistration } from './materials'
import type { OpenBox, Sent } from './means'
import { partsOf } from './sheet-key'

/** One call gives so many tickets. */
const MOST_TICKETS = 20
/** A ticket must still be valid when its file has been uploaded and registered. */
const NEEDED_VALIDITY = 5 * 60_000

export type Failure = Exclude<Sent, 'done'> | Problem

/** Takes a ticket for every file that has none, or one that runs out. Null where all have one. */
export async function renewTickets(
  open: OpenBox,
  sheetKey: SheetKey,
  registration: Registration,
): Promise<Failure | null> {
  const needed = uploadsOf(registration).filter(upload => needsTicket(upload, open.means))
  for (let from = 0; from < needed.length; from += MOST_TICKETS) {
    const uploads = needed.slice(from, from + MOST_TICKETS)
    const files = uploads.map(({ use, type, bytes, sha256 }) => ({ use, type, bytes, sha256 }))
    const asked = await open.means.ask('material.ticket', { ...partsOf(sheetKey), files })
    if (!asked.ok) return fateOf(asked.problem) ?? asked.problem
    const { tickets } = asked.output
    const byPath = new Map<string, MaterialTicket | undefined>(uploads.map(({ path }, at) => [path, tickets[at]]))
    changeUploads(open, sheetKey, registration.materialId, upload => {
      const ticket = byPath.get(upload.path)
      return ticket ? { ...upload, ticket, isUploaded: false } : upload
    })
  }
  return null
}

/** Puts the files into storage one after another; three materials do so at once. Null once all are there. */
export async function uploadFiles(open: OpenBox, sheetKey: SheetKey, materialId: string): Promise<Failure | null> {
  const registration = registrationOf(open.box(), sheetKey, materialId)
  for (const upload of registration ? uploadsOf(registration) : []) {
    const failure = await putUpload(open, upload, {
      note: put => changeUploads(open, sheetKey, materialId, known => (known.path === upload.path ? put : known)),
      // Gone because another file took its place while it travelled: nothing is lost.
      lost: () => (isStillWanted(open, sheetKey, materialId, upload.path) ? lostFrom(registration, upload.path) : null),
    })
    if (failure) return failure
  }
  return null
}

function isStillWanted(open: OpenBox, sheetKey: SheetKey, materialId: string, path: LocalPath): boolean {
  const known = registrationOf(open.box(), sheetKey, materialId)
  return known !== undefined && uploadsOf(known).some(upload => upload.path === path)
}

/** Names the material and the page, so that the person knows which paper to take out again. */
function lostFrom(registration: Registration | undefined, path: LocalPath): Problem {
  const files = registration?.files ?? []
  const page = files.findIndex(({ full, thumbnail }) => full.path === path || thumbnail?.path === path) + 1
  return problem('picture.lost', { name: registration?.description.name ?? '', page, pages: files.length })
}

/** Puts one file where its ticket says, and notes how it stands then. Null once it is there. */
export async function putUpload(
  open: OpenBox,
  upload: QueuedUpload,
  { note, lost }: { note: (upload: QueuedUpload) => void; lost: () => Problem | null },
): Promise<Failure | null> {
  const { path, type, ticket } = upload
  if (upload.isUploaded || !ticket) return null
  if (open.isClosed()) return 'held'
  const running = open.means.upload({ path, type, ticket, onProgress: share => open.means.onUpload?.(path, share) })
  open.means.onUpload?.(path, 0)
  const outcome = await running.outcome
  open.means.onUpload?.(path, null)
  switch (outcome) {
    case 'uploaded':
      note({ ...upload, isUploaded: true })
      return null
    case 'unreachable':
      return 'unreachable'
    case 'lost':
      return lost()
    case 'refused':
      // Storage did not want the ticket any more: the next attempt takes another.
      note({ ...upload, ticket: null })
      return 'later'
  }
}

/** Whether a file needs a ticket before it can go: it has none, or one that runs out on the way. */
export function needsTicket({ ticket }: QueuedUpload, { serverNow }: Pick<OpenBox['means'], 'serverNow'>): boolean {
  return ticket === null || ticket.expiresAt < serverNow() + NEEDED_VALIDITY
}

export function uploadsOf({ files }: Registration): QueuedUpload[] {
  return files.flatMap(({ full, thumbnail }) => (thumbnail ? [full, thumbnail] : [full]))
}

function changeUploads(
  open: OpenBox,
  sheetKey: SheetKey,
  materialId: string,
  change: (upload: QueuedUpload) => QueuedUpload,
): void {
  const changeFile = ({ full, thumbnail }: QueuedFile) => ({
    full: change(full),
    thumbnail: thumbnail && change(thumbnail),
  })
  open.change(box =>
    updateRegistration(box, sheetKey, materialId, known => ({ ...known, files: known.files.map(changeFile) })),
  )
}
