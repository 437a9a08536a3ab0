import { reviewOverBefore } from '#shared/materials/personal'
import { randomId } from '../infrastructure/secrets'
import { removeObjects } from '../infrastructure/storage'
import { clearPersonalFiles, listPersonalDue, type PersonalSheet } from '../repositories/assessment-materials'
import type { Step, Turn } from './step'

const AT_ONCE = 10

/**
 * Removes the files of personal papers whose time is over. First the objects, then their names in the sheet: a turn that
 * dies in between finds the names again, and removing what is gone is no failure.
 */
async function purge({ now }: Turn): Promise<string | null> {
  const due = await listPersonalDue(reviewOverBefore(now), AT_ONCE)
  for (const sheet of due) {
    await removeObjects(fileIdsOf(sheet))
    await clearPersonalFiles(sheet, { operationId: randomId(), at: now })
  }
  return due.length === AT_ONCE ? 'more' : null
}

export const purgePersonal: Step = { name: 'purge-personal', run: purge }

function fileIdsOf({ materials }: PersonalSheet): string[] {
  const files = Object.values(materials).flatMap(material => (material.personal ? material.files : []))
  return files.flatMap(({ fileId, thumbnailId }) => (thumbnailId === null ? [fileId] : [fileId, thumbnailId]))
}
