import type { AssessedItem, Assessment } from '#shared/assessment/assessment'
import type { Cycle } from '#shared/cycle/cycle'
import { type County, cycleId } from '../county'
import { storedDecision } from './decisions'
import { selfScore } from './sheets'

/** 4.5 asked for, 4 given for one reason; the item is the department's `organization` by the annex. */
export const a105LastYear: AssessedItem = {
  self: selfScore(450),
  reviews: { organization: storedDecision(400, [{ phrase: '少1次会议记录', points: 100 }]) },
}

/** A year before this one, long decided, in which the unit was given these items. */
export async function rememberLastYear(
  county: County,
  items: Record<string, AssessedItem>,
  { phase = 'archived', unitId = 'township-a' }: { phase?: Cycle['phase']; unitId?: string } = {},
): Promise<void> {
  const { data: cycles } = await county.database.collection('cycles').doc(cycleId).get()
  const cycle: Cycle = cycles[0]
  const { _id: _cycle, ...year } = {
    ...cycle,
    title: '2025年度考核',
    phase,
    openedAt: cycle.openedAt - 365 * 86_400_000,
  }
  await county.database.collection('cycles').doc('2025').set(year)
  const { _id: _sheet, ...sheet }: Assessment = { ...(await county.stored(unitId)), cycleId: '2025', stage: 'checked' }
  await county.database
    .collection('assessments')
    .doc(`2025:${unitId}`)
    .set({ ...sheet, items })
}
