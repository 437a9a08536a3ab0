import { type ProblemCode, problem } from '#shared/errors/problems'
import type { QueuedUpload } from './box'
import { pathsOf } from './change-materials'
import { fateOf } from './fate'
import type { OpenBox, Sent } from './means'
import { type Failure, needsTicket, putUpload } from './upload-files'
import { dropVisitPicture, type PendingVisitPicture, updateVisitPicture, visitPictureNames } from './visit-pictures'

/** After so many files that the county did not accept, a person has to look. */
const MOST_ATTEMPTS = 3
/** The county did not find what was uploaded, or its ticket: uploading again can help. */
const uploadAgain: readonly ProblemCode[] = ['material.not-uploaded', 'material.ticket-unknown', 'material.altered']

/** Sends what a group has photographed, one picture after another: they are few, and nobody waits for them. */
export async function sendVisitPictures(open: OpenBox): Promise<Sent> {
  const tried = new Set<string>()
  let worst: Sent = 'done'
  for (;;) {
    const next = Object.values(open.box().visitPictures).find(
      ({ pictureId, ...standing }) => standing.problem === null && !tried.has(pictureId),
    )
    if (!next) return worst
    tried.add(next.pictureId)
    const sent = await sendPicture(open, next.pictureId)
    if (sent === 'unreachable' || sent === 'held') return sent
    if (sent === 'later') worst = sent
  }
}

async function sendPicture(open: OpenBox, pictureId: string): Promise<Sent> {
  for (const step of [renewTickets, uploadFiles, add]) {
    const picture = open.box().visitPictures[pictureId]
    if (!picture) return 'done'
    if (open.isClosed()) return 'held'
    const failure = await step(open, picture)
    if (typeof failure === 'string') return failure
    if (!failure) continue
    open.change(box => updateVisitPicture(box, pictureId, known => ({ ...known, problem: failure })))
    return 'done'
  }
  return 'done'
}

async function renewTickets(open: OpenBox, picture: PendingVisitPicture): Promise<Failure | null> {
  const needed = uploadsOf(picture).filter(upload => needsTicket(upload, open.means))
  if (picture.isFrozen || needed.length === 0) return null
  const { cycleId, groupId, unitId, kind } = picture
  const full = kind === 'place' ? 'scene' : 'picture'
  const files = needed.map(({ use, type, bytes, sha256 }) => {
    return { use: use === 'thumbnail' ? use : full, type, bytes, sha256 } as const
  })
  const asked = await open.means.ask('visit.ticket', { cycleId, groupId, unitId, files })
  if (!asked.ok) return fateOf(asked.problem) ?? asked.problem
  for (const [place, upload] of needed.entries()) {
    const ticket = asked.output.tickets[place]
    if (ticket) note(open, picture, { ...upload, ticket, isUploaded: false })
  }
  return null
}

async function uploadFiles(open: OpenBox, picture: PendingVisitPicture): Promise<Failure | null> {
  if (picture.isFrozen) return null
  for (const upload of uploadsOf(picture)) {
    const failure = await putUpload(open, upload, {
      note: put => note(open, picture, put),
      lost: () => problem('picture.lost', { name: visitPictureNames[picture.kind], page: 1, pages: 1 }),
    })
    if (failure) return failure
  }
  return null
}

async function add(open: OpenBox, picture: PendingVisitPicture): Promise<Failure | null> {
  const { cycleId, groupId, unitId, operationId, pictureId, kind, file } = picture
  open.change(box => updateVisitPicture(box, pictureId, known => ({ ...known, isFrozen: true })))
  const asked = await open.means.ask('visit.add-picture', {
    cycleId,
    groupId,
    unitId,
    operationId,
    pictureId,
    kind,
    ticketId: file.full.ticket?.ticketId ?? '',
    thumbnailTicketId: file.thumbnail?.ticket?.ticketId ?? null,
  })
  if (asked.ok) {
    open.change(box => ({ ...dropVisitPicture(box, pictureId).box, receivedAt: asked.serverTime }))
    for (const path of pathsOf([file])) await open.means.removeFile(path)
    return null
  }
  if (!uploadAgain.includes(asked.problem.code)) return fateOf(asked.problem) ?? asked.problem
  // A ticket that ran out while there was no signal is nobody's fault and is not counted.
  const attempts = picture.attempts + (asked.problem.code === 'material.ticket-unknown' ? 0 : 1)
  if (attempts >= MOST_ATTEMPTS) return asked.problem
  // Refused, so the county does not have it: other tickets may make another body.
  const anew = (upload: QueuedUpload) => ({ ...upload, ticket: null, isUploaded: false })
  open.change(box =>
    updateVisitPicture(box, pictureId, ({ file: { full, thumbnail }, ...known }) => {
      return {
        ...known,
        attempts,
        isFrozen: false,
        file: { full: anew(full), thumbnail: thumbnail && anew(thumbnail) },
      }
    }),
  )
  return 'later'
}

function uploadsOf({ file: { full, thumbnail } }: PendingVisitPicture): QueuedUpload[] {
  return thumbnail ? [full, thumbnail] : [full]
}

function note(open: OpenBox, { pictureId }: PendingVisitPicture, upload: QueuedUpload): void {
  const put = (known: QueuedUpload) => (known.path === upload.path ? upload : known)
  open.change(box =>
    updateVisitPicture(box, pictureId, ({ file: { full, thumbnail }, ...known }) => {
      return { ...known, file: { full: put(full), thumbnail: thumbnail && put(thumbnail) } }
    }),
  )
}
