import type { Instant } from '#shared/assessment/assessment'
import { isPicture } from '#shared/materials/material'
import type { ItemId } from '#shared/rubric/rubric'
import type {
  Box,
  LocalFile,
  MaterialChange,
  MaterialDescription,
  MaterialOperation,
  QueuedFile,
  Registration,
  SheetKey,
} from './box'

export interface NewMaterial {
  description: MaterialDescription
  /** Empty where only the original is named. */
  files: LocalFile[]
  items: ItemId[]
}

/** Puts a new material into the queue, with an id that this phone chose. */
export function addMaterial(
  box: Box,
  sheetKey: SheetKey,
  material: NewMaterial,
  ids: { materialId: string; operationId: string; at: Instant },
): Box {
  const { description, items, files } = material
  const registration: Registration = {
    kind: 'register',
    ...ids,
    description,
    items: [...new Set(items)],
    files: files.map(queued),
    frozen: null,
    attempts: 0,
    problem: null,
  }
  return withOperations(box, sheetKey, [...operationsOf(box, sheetKey), registration])
}

/** Puts a change of materials behind whatever is queued; `foldChange` has taken out what a waiting registration bears. */
export function addChange(box: Box, sheetKey: SheetKey, change: MaterialChange): Box {
  return withOperations(box, sheetKey, [...operationsOf(box, sheetKey), change])
}

/** Changes a registration that was not frozen yet, or any field that only this phone knows. */
export function updateRegistration(
  box: Box,
  sheetKey: SheetKey,
  materialId: string,
  update: (registration: Registration) => Registration,
): Box {
  const operations = operationsOf(box, sheetKey).map(operation =>
    isRegistrationOf(operation, materialId) ? update(operation) : operation,
  )
  return withOperations(box, sheetKey, operations)
}

/** Takes an operation that is done, or given up, out of the queue. */
export function dropOperation(box: Box, sheetKey: SheetKey, operationId: string): Box {
  const kept = operationsOf(box, sheetKey).filter(operation => operationIdOf(operation) !== operationId)
  return withOperations(box, sheetKey, kept)
}

/** Keeps the reason beside an operation that the county refused for good. */
export function markOperation(
  box: Box,
  sheetKey: SheetKey,
  operationId: string,
  problem: MaterialOperation['problem'],
) {
  const operations = operationsOf(box, sheetKey).map(operation =>
    operationIdOf(operation) === operationId ? { ...operation, problem } : operation,
  )
  return withOperations(box, sheetKey, operations)
}

/** Registrations of pictures and documents that may be sent, in the order in which they were made. */
export function pictures(box: Box, sheetKey: SheetKey): Registration[] {
  return readyRegistrations(box, sheetKey).filter(({ files }) => files.length > 0)
}

/** Originals that are only named: words, which need not wait behind photographs. */
export function originals(box: Box, sheetKey: SheetKey): Registration[] {
  return readyRegistrations(box, sheetKey).filter(({ files }) => files.length === 0)
}

function readyRegistrations(box: Box, sheetKey: SheetKey): Registration[] {
  return operationsOf(box, sheetKey).filter(
    (operation): operation is Registration => operation.kind === 'register' && operation.problem === null,
  )
}

/** The first change whose materials are all registered and that no earlier change of them waits before. */
export function nextChange(box: Box, sheetKey: SheetKey): MaterialChange | null {
  const blocked = new Set<string>()
  for (const operation of operationsOf(box, sheetKey)) {
    const materials = materialsOf(operation)
    if (operation.kind === 'register') blocked.add(operation.materialId)
    else if (operation.problem !== null) continue
    else if ([...materials, ...waitedFor(operation)].some(id => blocked.has(id)))
      for (const id of materials) blocked.add(id)
    else return operation
  }
  return null
}

/** What has to be registered before this change may be sent, besides the materials that it changes. */
export function waitedFor({ after }: MaterialChange): string[] {
  return after === undefined ? [] : [after]
}

/** The registration of this material, while the county has not taken it. */
export function registrationOf(box: Box, sheetKey: SheetKey, materialId: string): Registration | undefined {
  return operationsOf(box, sheetKey).find((operation): operation is Registration =>
    isRegistrationOf(operation, materialId),
  )
}

export function operationsOf(box: Box, sheetKey: SheetKey): readonly MaterialOperation[] {
  return box.materials[sheetKey] ?? []
}

export function operationIdOf(operation: MaterialOperation): string {
  return operation.kind === 'register' ? operation.operationId : operation.input.operationId
}

export function materialsOf(operation: MaterialOperation): string[] {
  if (operation.kind === 'register') return [operation.materialId]
  return 'materials' in operation.input ? operation.input.materials : [operation.input.materialId]
}

function isRegistrationOf(operation: MaterialOperation, materialId: string): operation is Registration {
  return operation.kind === 'register' && operation.materialId === materialId
}

/** A file as it waits to be sent. */
export function queued({ thumbnail, ...file }: LocalFile): QueuedFile {
  const waiting = { ticket: null, isUploaded: false }
  return {
    full: { ...file, ...waiting, use: isPicture(file.type) ? 'picture' : 'document' },
    thumbnail: thumbnail && { ...thumbnail, ...waiting, use: 'thumbnail', type: 'image/jpeg' },
  }
}

export function withOperations(box: Box, sheetKey: SheetKey, operations: MaterialOperation[]): Box {
  const { [sheetKey]: _, ...others } = box.materials
  return { ...box, materials: operations.length === 0 ? others : { ...others, [sheetKey]: operations } }
}
