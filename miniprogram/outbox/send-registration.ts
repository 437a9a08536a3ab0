import type { RegisterMaterial } from '#shared/contract/material-contract'
import type { Problem, ProblemCode } from '#shared/errors/problems'
import type { QueuedUpload, Registration, SheetKey } from './box'
import { pathsOf } from './change-materials'
import { fateOf } from './fate'
import { dropOperation, markOperation, registrationOf, updateRegistration } from './materials'
import type { OpenBox, Sent } from './means'
import { partsOf } from './sheet-key'
import { renewTickets, uploadFiles, uploadsOf } from './upload-files'

/** After so many files that the county did not accept, a person has to look. */
const MOST_ATTEMPTS = 3

/** The county did not find what was uploaded, or its ticket: uploading again can help. */
const uploadAgain: readonly ProblemCode[] = ['material.not-uploaded', 'material.ticket-unknown', 'material.altered']

/** Uploads one material's files and registers it. What cannot be repaired stays in the queue with its reason. */
export async function sendRegistration(open: OpenBox, sheetKey: SheetKey, materialId: string): Promise<Sent> {
  for (;;) {
    const registration = registrationOf(open.box(), sheetKey, materialId)
    if (!registration || registration.problem) return 'done'
    if (open.isClosed()) return 'held'
    const step = registration.frozen
      ? await register(open, sheetKey, registration, registration.frozen)
      : ((await renewTickets(open, sheetKey, registration)) ??
        (await uploadFiles(open, sheetKey, materialId)) ??
        freeze(open, sheetKey, materialId))
    if (step === 'again') continue
    if (typeof step === 'string') return step
    open.change(box => markOperation(box, sheetKey, registration.operationId, step))
    return 'done'
  }
}

function freeze(open: OpenBox, sheetKey: SheetKey, materialId: string): 'again' {
  open.change(box =>
    updateRegistration(box, sheetKey, materialId, registration =>
      // A page that was turned meanwhile has still to travel.
      uploadsOf(registration).every(({ isUploaded }) => isUploaded)
        ? { ...registration, frozen: bodyOf(sheetKey, registration) }
        : registration,
    ),
  )
  return 'again'
}

async function register(
  open: OpenBox,
  sheetKey: SheetKey,
  registration: Registration,
  body: RegisterMaterial,
): Promise<Sent | 'again' | Problem> {
  const asked = await open.means.ask('material.register', body)
  if (asked.ok) {
    open.means.onMaterials(sheetKey, asked.output, asked.serverTime)
    open.change(box => ({ ...dropOperation(box, sheetKey, body.operationId), receivedAt: asked.serverTime }))
    for (const path of pathsOf(registration.files)) await open.means.removeFile(path)
    return 'done'
  }
  if (uploadAgain.includes(asked.problem.code)) {
    // A ticket that ran out while there was no signal is nobody's fault and is not counted.
    const attempts = registration.attempts + (asked.problem.code === 'material.ticket-unknown' ? 0 : 1)
    if (attempts >= MOST_ATTEMPTS) return asked.problem
    // Refused, so it was never registered: other tickets make another body, which needs another operation id.
    const operationId = open.means.newId()
    open.change(box =>
      updateRegistration(box, sheetKey, body.materialId, known => ({
        ...known,
        attempts,
        operationId,
        frozen: null,
        files: known.files.map(file => ({ full: anew(file.full), thumbnail: file.thumbnail && anew(file.thumbnail) })),
      })),
    )
    return 'later'
  }
  return fateOf(asked.problem) ?? asked.problem
}

function bodyOf(sheetKey: SheetKey, { operationId, materialId, description, files, items }: Registration) {
  const body: RegisterMaterial = {
    ...partsOf(sheetKey),
    operationId,
    materialId,
    ...description,
    files: files.map(({ full, thumbnail }) => ({
      ticketId: full.ticket?.ticketId ?? '',
      thumbnailTicketId: thumbnail?.ticket?.ticketId ?? null,
      ...(full.sourceSha256 ? { sourceSha256: full.sourceSha256 } : {}),
    })),
    items,
  }
  return body
}

function anew(upload: QueuedUpload): QueuedUpload {
  return { ...upload, ticket: null, isUploaded: false }
}
