import { assessmentId } from '#shared/assessment/assessment'
import type { LookedItem } from '#shared/content/look-at'
import { type LastYearItem, OneAssessment } from '#shared/contract/assessment-contract'
import { scoresReachUnits } from '#shared/cycle/cycle'
import { findItem, type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { fillsFor, leaders, readsItem, theOffice } from '../../permissions/roles'
import { readAssessmentRow, readSheet } from '../../repositories/assessments'
import { readHeldTexts } from '../../repositories/content-checks'
import { listCycles, readCycle } from '../../repositories/cycles'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { readingOf, readRow } from '../views/reading'
import { sheetItem } from '../views/sheet-view'
import { rubricOf } from './load-sheet'

/**
 * What the same unit was given a year ago, item by item, as the unit itself sees it. An item keeps its id when its words
 * or its place change from one rubric to the next; one that is new has no partner, and nothing stands beside it.
 */
export const openLastYear = defineRequest('assessment.last-year', {
  interactive: true,
  schema: OneAssessment,
  load: ({ cycleId, unitId }: OneAssessment) => ({
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    assessment: needed(readAssessmentRow(assessmentId(cycleId, unitId)), 'assessment.unknown'),
    cycles: listCycles(),
  }),
  permit: permissions['assessment.last-year'],
  act: async ({ input: { unitId }, loaded: { cycle, assessment, cycles }, asker }) => {
    const [before] = cycles.filter(({ openedAt }) => openedAt < cycle.openedAt).sort((a, b) => b.openedAt - a.openedAt)
    if (!before) return { title: null, items: {} }
    const then = assessmentId(before._id, unitId)
    const [sheet, held] = await Promise.all([readSheet(then), readHeldTexts(then)])
    if (!sheet) return { title: null, items: {} }
    const [rubricThen, rubricNow] = [await rubricOf(sheet), await rubricOf(assessment)]
    const read = readRow(sheet, readingOf(asker, unitId, held))
    const shown = itemsOf(rubricNow).filter(item => seesItem(asker, unitId, item))
    const pairs = shown.flatMap(item => pairOf(item, rubricThen, read.items, scoresReachUnits(before)))
    return { title: before.title, items: Object.fromEntries(pairs) }
  },
})

/** A department sees its own items, as in this year's sheet. */
function seesItem(actor: Actor, unitId: string, item: Item): boolean {
  return fillsFor(actor, unitId) || theOffice(actor) || leaders(actor) || readsItem(actor, item)
}

function pairOf(
  item: Item,
  then: Rubric,
  items: Record<string, LookedItem>,
  scoresShown: boolean,
): [string, LastYearItem][] {
  const partner = findItem(then, item.id)
  if (!partner) return []
  const { self, released } = sheetItem(partner, items[item.id], scoresShown)
  if (!self && !released) return []
  return [[item.id, { points: partner.points, self, released }]]
}
