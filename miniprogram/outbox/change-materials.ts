import type { Instant } from '#shared/assessment/assessment'
import type { ItemId } from '#shared/rubric/rubric'
import type { Box, LocalFile, MaterialDescription, SheetKey } from './box'
import {
  addChange,
  dropOperation,
  operationsOf,
  registrationOf,
  updateRegistration,
  waitedFor,
  withOperations,
} from './materials'

interface Place {
  cycleId: string
  unitId: string
  sheetKey: SheetKey
  newId(): string
  at: Instant
  /** A change waits until this material is registered. */
  after?: string
}

/** Links materials to items (`link`) or takes them off (`unlink`); what is not registered yet changes on the phone only. */
export function linkMaterials(
  box: Box,
  place: Place,
  way: 'link' | 'unlink',
  { materials, items }: { materials: string[]; items: ItemId[] },
): Box {
  const { sheetKey } = place
  const open = materials.filter(id => isOpen(box, sheetKey, id))
  const others = materials.filter(id => !open.includes(id))
  const folded = open.reduce(
    (changed, materialId) =>
      updateRegistration(changed, sheetKey, materialId, registration => ({
        ...registration,
        items: way === 'link' ? [...new Set([...registration.items, ...items])] : without(registration.items, items),
      })),
    box,
  )
  if (others.length === 0) return folded
  const input = { ...inputOf(place), materials: others, items }
  const request = way === 'link' ? 'material.link' : 'material.unlink'
  return addChange(folded, sheetKey, { kind: 'change', request, input, at: place.at, problem: null })
}

/** Gives a material another name, 文号, date or whereabouts. */
export function describeMaterial(box: Box, place: Place, materialId: string, description: MaterialDescription): Box {
  const { sheetKey, at } = place
  if (isOpen(box, sheetKey, materialId)) {
    return updateRegistration(box, sheetKey, materialId, registration => ({ ...registration, description }))
  }
  const input = { ...inputOf(place), materialId, ...description }
  return addChange(box, sheetKey, { kind: 'change', request: 'material.describe', input, at, problem: null })
}

/** Removes a material. One that the county has not seen is simply gone; answers its files, to be deleted. */
export function removeMaterial(box: Box, place: Place, materialId: string): { box: Box; files: LocalFile['path'][] } {
  const { sheetKey, at, after } = place
  const registration = registrationOf(box, sheetKey, materialId)
  if (registration && isOpen(box, sheetKey, materialId)) {
    const dropped = dropOperation(box, sheetKey, registration.operationId)
    return { box: withoutWaiting(dropped, sheetKey, materialId), files: pathsOf(registration.files) }
  }
  const input = { ...inputOf(place), materialId }
  const change = { kind: 'change' as const, request: 'material.remove' as const, input, at, problem: null }
  return { box: addChange(box, sheetKey, after === undefined ? change : { ...change, after }), files: [] }
}

/** What was to go once this material had come stays, for it never comes. */
function withoutWaiting(box: Box, sheetKey: SheetKey, materialId: string): Box {
  const kept = operationsOf(box, sheetKey).filter(
    operation => operation.kind === 'register' || !waitedFor(operation).includes(materialId),
  )
  return withOperations(box, sheetKey, kept)
}

export function pathsOf(files: readonly { full: { path: string }; thumbnail: { path: string } | null }[]): string[] {
  return files.flatMap(({ full, thumbnail }) => (thumbnail ? [full.path, thumbnail.path] : [full.path]))
}

/** Registered on this phone only, so that nobody has seen it and nothing needs to be told. */
function isOpen(box: Box, sheetKey: SheetKey, materialId: string): boolean {
  return registrationOf(box, sheetKey, materialId)?.frozen === null
}

function inputOf({ cycleId, unitId, newId }: Place) {
  return { cycleId, unitId, operationId: newId() }
}

function without(items: ItemId[], removed: ItemId[]): ItemId[] {
  return items.filter(item => !removed.includes(item))
}
