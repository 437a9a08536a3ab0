import type { ItemId } from '#shared/rubric/rubric'
import type { Box, LocalFile, MaterialDescription, SheetKey } from './box'
import { pathsOf, removeMaterial } from './change-materials'
import { addMaterial, queued, registrationOf, updateRegistration } from './materials'

/** A material that gets other files; name, items and whereabouts stay what they are. */
export interface ReplacedMaterial {
  materialId: string
  description: MaterialDescription
  items: ItemId[]
  files: LocalFile[]
}

interface Place {
  cycleId: string
  unitId: string
  sheetKey: SheetKey
  newId(): string
  at: number
}

/**
 * Puts other files in the place of a material's. While only this phone knows the material, its files are exchanged; answers
 * those that nothing needs any more. What the county has it keeps until the new files are registered as a material of their
 * own: only then the old one is removed, so that at no moment both are gone.
 */
export function replaceFiles(box: Box, place: Place, replaced: ReplacedMaterial): { box: Box; files: string[] } {
  const { sheetKey, newId, at } = place
  const { materialId, files } = replaced
  const waiting = registrationOf(box, sheetKey, materialId)
  if (waiting?.frozen === null) {
    const before = pathsOf(waiting.files)
    const update = updateRegistration(box, sheetKey, materialId, known => ({ ...known, files: files.map(queued) }))
    return { box: update, files: before }
  }
  const ids = { materialId: newId(), operationId: newId(), at }
  const added = addMaterial(box, sheetKey, replaced, ids)
  return removeMaterial(added, { ...place, after: ids.materialId }, materialId)
}
