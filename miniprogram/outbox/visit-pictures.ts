import type { Instant } from '#shared/assessment/assessment'
import type { VisitPictureKind } from '#shared/assessment/visit-picture'
import type { Problem } from '#shared/errors/problems'
import type { LocalPath } from '../platform/capabilities'
import type { Box, LocalFile, QueuedFile } from './box'
import { pathsOf } from './change-materials'
import { queued } from './materials'

/** Which unit, on whose visit. */
export interface VisitedUnit {
  cycleId: string
  groupId: string
  unitId: string
}

/** A picture of the place, or of the signed 实地考核记录, until the county has it. */
export interface PendingVisitPicture extends VisitedUnit {
  pictureId: string
  operationId: string
  kind: VisitPictureKind
  file: QueuedFile
  /** Named to the county: from then on its tickets stay, so that a repetition is the same. */
  isFrozen: boolean
  /** How often the county did not accept its file. */
  attempts: number
  at: Instant
  problem: Problem | null
}

/** As they are named where they wait. */
export const visitPictureNames: Record<VisitPictureKind, string> = { place: '现场照片', record: '实地考核记录的照片' }

export function enterVisitPicture(
  box: Box,
  unit: VisitedUnit,
  kind: VisitPictureKind,
  file: LocalFile,
  ids: { pictureId: string; operationId: string; at: Instant },
): Box {
  const { cycleId, groupId, unitId } = unit
  const { pictureId } = ids
  const begun = { ...ids, kind, file: queued(file), isFrozen: false, attempts: 0, problem: null }
  return { ...box, visitPictures: { ...box.visitPictures, [pictureId]: { cycleId, groupId, unitId, ...begun } } }
}

/** Changes a picture that is still here. */
export function updateVisitPicture(
  box: Box,
  pictureId: string,
  update: (picture: PendingVisitPicture) => PendingVisitPicture,
): Box {
  const known = box.visitPictures[pictureId]
  return known ? { ...box, visitPictures: { ...box.visitPictures, [pictureId]: update(known) } } : box
}

/** The county has it, or nobody wants it any more. Answers the files that nothing needs then. */
export function dropVisitPicture(box: Box, pictureId: string): { box: Box; files: LocalPath[] } {
  const { [pictureId]: known, ...others } = box.visitPictures
  return known ? { box: { ...box, visitPictures: others }, files: pathsOf([known.file]) } : { box, files: [] }
}
