import type { Manifest } from '#shared/materials/manifest'
import type { MaterialOperation } from './box'

/** The pictures and documents that this phone still holds, announced with 报送 so that they may come after it. */
export function announce(operations: readonly MaterialOperation[]): Manifest {
  return operations.flatMap(operation => {
    if (operation.kind !== 'register' || operation.problem !== null || operation.files.length === 0) return []
    const files = operation.files.map(({ full: { bytes, sha256 } }) => ({ bytes, sha256 }))
    return [{ materialId: operation.materialId, files }]
  })
}

/**
 * Whether 报送 waits for it: after 报送 nothing is renamed, taken off or removed, so what the person changed before must
 * have arrived. What the county refused stands before their eyes and never stands in the way.
 */
export function isWords(operation: MaterialOperation): boolean {
  if (operation.problem !== null) return false
  return operation.kind === 'change' || operation.files.length === 0
}
