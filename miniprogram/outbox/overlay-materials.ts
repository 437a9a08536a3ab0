import type { MaterialView } from '#shared/contract/assessment-contract'
import type { MaterialChange, MaterialOperation, Registration } from './box'
import { materialsOf } from './materials'
import type { ShownMaterial } from './overlay'

/** The materials as the person sees them: the county's, those that wait on this phone, and every change on top. */
export function overlayMaterials(
  materials: Record<string, MaterialView>,
  operations: readonly MaterialOperation[],
  me: string,
): Record<string, ShownMaterial> {
  const shown: Record<string, ShownMaterial> = {}
  for (const [id, material] of Object.entries(materials)) {
    shown[id] = { ...material, local: [], waiting: null, trouble: null }
  }
  for (const operation of operations) {
    if (operation.kind === 'register') {
      // Registered, but the answer was lost: what the county has says more than what waits here.
      shown[operation.materialId] ??= localMaterial(operation, me)
    } else applyChange(shown, operation)
  }
  return shown
}

function localMaterial(registration: Registration, me: string): ShownMaterial {
  const { description, items, at, files, operationId, problem } = registration
  return {
    ...description,
    items,
    revision: 0,
    supplied: false,
    files: [],
    registeredAt: at,
    signature: { name: me, at, fromPaper: false },
    local: files.map(({ full, thumbnail }) => ({
      path: full.path,
      thumbnail: thumbnail?.path ?? null,
      type: full.type,
      ...(full.sourceSha256 ? { sourceSha256: full.sourceSha256 } : {}),
    })),
    waiting: problem ? null : 'on-phone',
    trouble: problem && { operationId, problem },
  }
}

function applyChange(shown: Record<string, ShownMaterial>, change: MaterialChange): void {
  for (const id of materialsOf(change)) {
    const material = shown[id]
    if (!material) continue
    if (change.problem) {
      // Refused: the county's state is what counts, the person only has to know.
      shown[id] = { ...material, trouble: { operationId: change.input.operationId, problem: change.problem } }
    } else if (change.request === 'material.remove') delete shown[id]
    else shown[id] = { ...changed(material, change), waiting: 'on-phone' }
  }
}

function changed(material: ShownMaterial, change: MaterialChange): ShownMaterial {
  switch (change.request) {
    case 'material.link':
      return { ...material, items: [...new Set([...material.items, ...change.input.items])] }
    case 'material.unlink':
      return { ...material, items: material.items.filter(item => !change.input.items.includes(item)) }
    case 'material.describe': {
      const { name, documentNumber, date, whereabouts, personal = material.personal } = change.input
      // Other words are another text: nobody has held them.
      const { held: _held, ...before } = material
      return { ...before, name, documentNumber, date, whereabouts, ...(personal ? { personal } : {}) }
    }
    case 'material.remove':
      return material
  }
}
