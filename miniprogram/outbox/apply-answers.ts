import type { SavedAssessment, Sheet } from '#shared/contract/assessment-contract'
import type { ChangedMaterials } from '#shared/contract/material-contract'

/** The sheet after a save: the answer carries what changed, so nothing is asked for again. */
export function withSaved(sheet: Sheet, saved: SavedAssessment): Sheet {
  const { items, state, stage, summary, abilities } = saved
  return { ...sheet, items: { ...sheet.items, ...items }, state, stage, summary, abilities }
}

/** The sheet after a change of materials; a removed one is answered as null. */
export function withMaterials(sheet: Sheet, changed: ChangedMaterials): Sheet {
  const materials = { ...sheet.materials }
  for (const [materialId, material] of Object.entries(changed.materials)) {
    if (material) materials[materialId] = material
    else delete materials[materialId]
  }
  const { state, summary, abilities } = changed
  return { ...sheet, materials, state, summary, abilities }
}
