import type { Box, MaterialChange, MaterialOperation, SheetKey } from './box'
import { pathsOf } from './change-materials'
import { operationIdOf, operationsOf, waitedFor, withOperations } from './materials'

/**
 * Gives up an operation that the county refused. With a registration go the changes that waited for it: they were never
 * sent, because their material never came to be. Answers the files that nothing needs any more.
 */
export function giveUpOperation(box: Box, sheetKey: SheetKey, operationId: string): { box: Box; files: string[] } {
  const operations = operationsOf(box, sheetKey)
  const given = operations.find(operation => operationIdOf(operation) === operationId)
  if (!given?.problem) return { box, files: [] }
  const others = operations.filter(operation => operation !== given)
  if (given.kind === 'change') return { box: withOperations(box, sheetKey, others), files: [] }
  const kept = others.flatMap(operation => withoutMaterial(operation, given.materialId))
  return { box: withOperations(box, sheetKey, kept), files: pathsOf(given.files) }
}

function withoutMaterial(operation: MaterialOperation, materialId: string): MaterialOperation[] {
  if (operation.kind === 'register') return [operation]
  return changeWithout(operation, materialId)
}

function changeWithout(change: MaterialChange, materialId: string): MaterialChange[] {
  if (waitedFor(change).includes(materialId)) return []
  if (change.request === 'material.describe' || change.request === 'material.remove') {
    return change.input.materialId === materialId ? [] : [change]
  }
  const materials = change.input.materials.filter(id => id !== materialId)
  return materials.length === 0 ? [] : [{ ...change, input: { ...change.input, materials } }]
}
