import type { Material } from '#shared/materials/material'
import { reviewOverBefore } from '#shared/materials/personal'
import { randomId } from '../infrastructure/secrets'
import { removeObjects } from '../infrastructure/storage'
import { clearPersonalFiles, listPersonalDue, type PersonalSheet } from '../repositories/assessment-materials'
import { forgetFileUses } from '../repositories/file-hashes'
import type { Step, Turn } from './step'

const AT_ONCE = 10

/**
 * Removes the files of personal papers whose time is over, and by what they would be known again. Their names in the sheet
 * go last: a turn that dies in between finds the names again, and removing what is gone is no failure.
 */
async function purge({ now }: Turn): Promise<string | null> {
  const due = await listPersonalDue(reviewOverBefore(now), AT_ONCE)
  for (const sheet of due) {
    const personal = personalOf(sheet)
    await Promise.all([
      removeObjects(fileIdsOf(personal)),
      forgetFileUses(
        personal.map(([materialId]) => materialId),
        sheet,
      ),
    ])
    await clearPersonalFiles(sheet, { operationId: randomId(), at: now })
  }
  return due.length === AT_ONCE ? 'more' : null
}

export const purgePersonal: Step = { name: 'purge-personal', run: purge }

type NamedMaterial = [materialId: string, material: Material]

function personalOf({ materials }: PersonalSheet): NamedMaterial[] {
  return Object.entries(materials).filter(([, { personal, files }]) => personal && files.length > 0)
}

function fileIdsOf(personal: NamedMaterial[]): string[] {
  const files = personal.flatMap(([, material]) => material.files)
  return files.flatMap(({ fileId, thumbnailId }) => (thumbnailId === null ? [fileId] : [fileId, thumbnailId]))
}
