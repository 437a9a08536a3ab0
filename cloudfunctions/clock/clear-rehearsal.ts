import { assessmentId } from '#shared/assessment/assessment'
import { practiceUnitIds } from '#shared/cycle/rehearsal'
import { removeObjects } from '../infrastructure/storage'
import { listMaterials, removeAssessments } from '../repositories/assessments'
import { removeChecks } from '../repositories/content-checks'
import { endClearing, rehearsalToClear } from '../repositories/cycles'
import { forgetUnits } from '../repositories/file-hashes'
import { endRehearsalOf } from '../repositories/members'
import { listPlaces, removePlaces } from '../repositories/rehearsal-places'
import { removePracticeUnits } from '../repositories/units'
import type { Step } from './step'

/** Each has at most four practice sheets. */
const AT_ONCE = 10

/**
 * Removes what was tried in a 演练 that the office has cleared: people go back to their posts, then files, sheets and units
 * go. The places go last: a turn that dies before finds the same people again, and removing what is gone is no failure.
 */
async function clear(): Promise<string | null> {
  const rehearsal = await rehearsalToClear()
  if (!rehearsal) return null
  const cycleId = rehearsal._id
  const places = await listPlaces(cycleId, AT_ONCE)
  if (places.length === 0) {
    await endClearing(cycleId)
    return null
  }
  const memberIds = places.map(({ memberId }) => memberId)
  const unitIds = memberIds.flatMap(practiceUnitIds)
  const sheetIds = unitIds.map(unitId => assessmentId(cycleId, unitId))
  // First, so that nothing is added to what is being removed.
  await endRehearsalOf(memberIds, unitIds)
  await removeObjects(await filesOf(sheetIds))
  await Promise.all([removeAssessments(sheetIds), removeChecks(sheetIds), forgetUnits(unitIds, cycleId)])
  await removePracticeUnits(unitIds)
  await removePlaces(places.map(({ _id }) => _id))
  return 'more'
}

export const clearRehearsal: Step = { name: 'clear-rehearsal', run: clear }

async function filesOf(sheetIds: string[]): Promise<string[]> {
  const files = (await listMaterials(sheetIds)).flatMap(({ materials }) =>
    Object.values(materials).flatMap(material => material.files),
  )
  return files.flatMap(({ fileId, thumbnailId }) => (thumbnailId === null ? [fileId] : [fileId, thumbnailId]))
}
