import type { Registration, SheetKey } from './box'
import { fateOf } from './fate'
import { dropOperation, markOperation, nextChange, originals, pictures } from './materials'
import type { OpenBox, Sent } from './means'
import { sendRegistration } from './send-registration'

/** So many materials are uploaded at once: more would only make each slower on a weak network. */
const AT_ONCE = 3

/** Sends one sheet's new pictures and documents, three at once. */
export function sendPictures(open: OpenBox, sheetKey: SheetKey): Promise<Sent> {
  return sendRegistrations(open, sheetKey, AT_ONCE, () => pictures(open.box(), sheetKey))
}

/** Sends what is words alone: originals that are only named, then the changes whose materials the county knows. */
export async function sendMaterialWords(open: OpenBox, sheetKey: SheetKey): Promise<Sent> {
  const registered = await sendRegistrations(open, sheetKey, 1, () => originals(open.box(), sheetKey))
  if (registered === 'unreachable' || registered === 'held') return registered
  const changed = await sendChanges(open, sheetKey)
  return changed === 'done' ? registered : changed
}

async function sendRegistrations(
  open: OpenBox,
  sheetKey: SheetKey,
  atOnce: number,
  ready: () => Registration[],
): Promise<Sent> {
  const tried = new Set<string>()
  let outcome: Sent = 'done'
  const next = () => ready().find(({ materialId }) => !tried.has(materialId))
  // One that has to be uploaded anew is no reason for the others to wait.
  const goesOn = () => outcome === 'done' || outcome === 'later'
  const work = async () => {
    for (let found = next(); found && goesOn(); found = next()) {
      tried.add(found.materialId)
      const sent = await sendRegistration(open, sheetKey, found.materialId)
      if (sent !== 'done' && goesOn()) outcome = sent
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return outcome
}

async function sendChanges(open: OpenBox, sheetKey: SheetKey): Promise<Sent> {
  for (;;) {
    const change = nextChange(open.box(), sheetKey)
    if (!change) return 'done'
    if (open.isClosed()) return 'held'
    const asked = await open.means.ask(change.request, change.input)
    const { operationId } = change.input
    if (asked.ok) {
      open.means.onMaterials(sheetKey, asked.output, asked.serverTime)
      open.change(box => ({ ...dropOperation(box, sheetKey, operationId), receivedAt: asked.serverTime }))
      continue
    }
    const fate = fateOf(asked.problem)
    if (fate) return fate
    open.change(box => markOperation(box, sheetKey, operationId, asked.problem))
  }
}
