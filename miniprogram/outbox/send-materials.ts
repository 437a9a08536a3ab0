import type { Registration, SheetKey } from './box'
import { fateOf } from './fate'
import { dropOperation, markOperation, nextChange, readyRegistrations } from './materials'
import type { OpenBox, Sent } from './means'
import { sendRegistration } from './send-registration'

/** So many materials are uploaded at once: more would only make each slower on a weak network. */
const AT_ONCE = 3

/** Sends one sheet's new materials, three at once, then the changes that waited for them, in their order. */
export async function sendMaterials(open: OpenBox, sheetKey: SheetKey): Promise<Sent> {
  const registered = await sendRegistrations(open, sheetKey)
  const changed = await sendChanges(open, sheetKey)
  return registered === 'done' ? changed : registered
}

async function sendRegistrations(open: OpenBox, sheetKey: SheetKey): Promise<Sent> {
  const tried = new Set<string>()
  let outcome: Sent = 'done'
  const next = () => readyRegistrations(open.box(), sheetKey).find(({ materialId }) => !tried.has(materialId))
  const work = async () => {
    for (let found: Registration | undefined = next(); found && outcome === 'done'; found = next()) {
      tried.add(found.materialId)
      const sent = await sendRegistration(open, sheetKey, found.materialId)
      if (sent !== 'done') outcome = sent
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
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
