import type { Instant } from '../assessment/signature'
import { isLate } from '../cycle/cycle'
import type { Material, StoredFile } from './material'

/**
 * A material that a phone still held when the sheet was handed in. It belongs to the 报送 as long as it arrives in time,
 * so that a chair with one bar of signal is never late because of pictures.
 */
export interface AnnouncedMaterial {
  materialId: string
  /** In the order of its files; what arrives must be exactly these. */
  files: Pick<StoredFile, 'bytes' | 'sha256'>[]
}
export type Manifest = AnnouncedMaterial[]

/** So many files may be announced at once: more would not fit into a call of 100 KB. */
export const maximumAnnouncedFiles = 400

export function filesIn(manifest: Manifest): number {
  return manifest.reduce((sum, { files }) => sum + files.length, 0)
}

/** What the filler's phone announced when it sent the sheet to the chair, and then the chair's: the later word counts. */
export function joinManifests(earlier: Manifest, later: Manifest): Manifest {
  const renamed = new Set(later.map(({ materialId }) => materialId))
  return [...earlier.filter(({ materialId }) => !renamed.has(materialId)), ...later]
}

/** What was announced and has not arrived. */
export function stillComing(manifest: Manifest, materials: Record<string, unknown>): Manifest {
  return manifest.filter(({ materialId }) => materials[materialId] === undefined)
}

/** Whether these are the files that were announced, to the byte and in their order. */
export function areAsAnnounced(announced: AnnouncedMaterial, files: AnnouncedMaterial['files']): boolean {
  return (
    announced.files.length === files.length &&
    announced.files.every(({ bytes, sha256 }, at) => files[at]?.bytes === bytes && files[at]?.sha256 === sha256)
  )
}

/** How the sheet was handed in, as far as it says what belongs to it. */
export interface HandedIn {
  submission: { signature: { at: Instant } } | null
  manifest?: Manifest
  /** Deadline + grace + extension. */
  selfDueAt: Instant
  selfOpenUntil: Instant
}

/** Until when what was announced counts as handed in: the sheet's own time, of a late sheet its last. */
export function announcedUntil({ submission, selfDueAt, selfOpenUntil }: HandedIn): Instant {
  return submission && isLate(submission.signature.at, selfDueAt) ? selfOpenUntil : selfDueAt
}

/** 报送后补交: came after the sheet, and was not announced with it or came too late for that. */
export function isSupplied(sheet: HandedIn, materialId: string, { registeredAt }: Pick<Material, 'registeredAt'>) {
  const { submission, manifest = [] } = sheet
  if (submission === null || registeredAt <= submission.signature.at) return false
  const isAnnounced = manifest.some(announced => announced.materialId === materialId)
  return !isAnnounced || registeredAt > announcedUntil(sheet)
}
