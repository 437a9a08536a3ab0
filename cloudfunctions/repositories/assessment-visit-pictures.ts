import type { HistoryEntry } from '#shared/assessment/assessment'
import type { VisitPicture } from '#shared/assessment/visit-picture'
import { command } from '../infrastructure/collection'
import { changeAssessment } from './assessments'

/** Adds a picture; false where one of this id stands already. Collides with no score and no material. One round trip. */
export function addVisitPicture(
  assessmentId: string,
  pictureId: string,
  picture: VisitPicture,
  entry: HistoryEntry,
): Promise<boolean> {
  const place = `visitPictures.${pictureId}`
  return changeAssessment(
    assessmentId,
    { [`${place}.kind`]: command.exists(false) },
    { [place]: command.set(picture) },
    [entry],
  )
}

/** Takes a picture away; false where it is gone already. One round trip. */
export function removeVisitPicture(assessmentId: string, pictureId: string, entry: HistoryEntry): Promise<boolean> {
  const place = `visitPictures.${pictureId}`
  return changeAssessment(assessmentId, { [`${place}.kind`]: command.exists(true) }, { [place]: command.remove() }, [
    entry,
  ])
}
