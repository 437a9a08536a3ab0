import { heldWords, type Look } from '#shared/content/written'
import { type ByItemUnit, OpenByItem } from '#shared/contract/review-contract'
import { sumRecords } from '#shared/records/sum-records'
import { findItem, type Item, type Rubric } from '#shared/rubric/rubric'
import { countedIn } from '#shared/rules/measures'
import { unequalPhrases, usedPhrases } from '#shared/scoring/phrases'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { reviewPermissions } from '../../permissions/review-permissions'
import { doubtPermissions } from '../../permissions/score-check-permissions'
import { listOneItem, type ProvenRow } from '../../repositories/assessment-reviews'
import { listHeldTexts } from '../../repositories/content-checks'
import { listDrafts, type ReviewDrafts } from '../../repositories/review-drafts'
import { readRubricVersion } from '../../repositories/rubric-versions'
import { listUnits, type Unit } from '../../repositories/units'
import { listVisitDraftsOfItem, type VisitDrafts } from '../../repositories/visit-drafts'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { loadRecordSums, sumsFor } from '../records/load-records'
import { cycleView } from '../views/cycle-view'
import { type ReadRow, readingOf, readRow } from '../views/reading'
import { sheetState } from '../views/sheet-view'
import { loadDepartment } from './load-department'
import { isReadBy, reviewItem } from './review-views'

export const reviewByItem = defineRequest('review.by-item', {
  interactive: true,
  schema: OpenByItem,
  load: (input: OpenByItem) => ({
    ...loadDepartment(input),
    rubric: needed(readRubricVersion(input.rubricVersionId), 'rubric.unknown'),
  }),
  permit: permissions['review.by-item'],
  act: async ({ input: { cycleId, departmentId, rubricVersionId, itemId }, loaded, asker, now }) => {
    const { cycle, department, rubric } = loaded
    const item = findItem(rubric, itemId)
    if (!item) return refuse('item.unknown')
    if (!isReadBy(item, departmentId)) return refuse('permission.denied')
    const measures = countedIn(item).map(({ measure }) => measure)
    const [rows, units, drafts, visits, held, sums] = await Promise.all([
      listOneItem(cycleId, rubricVersionId, itemId),
      listUnits(),
      listDrafts({ cycleId, departmentId, memberId: asker.memberId }),
      listVisitDraftsOfItem(cycleId, itemId),
      listHeldTexts(cycleId),
      loadRecordSums(cycleId, measures),
    ])
    const lookOf = (unitId: string) => readingOf(asker, unitId, held.get(unitId))
    const rowOf = new Map(rows.map(row => [row.unitId, readRow(row, lookOf(row.unitId))]))
    const inOrder = units.flatMap(unit => {
      const row = rowOf.get(unit._id)
      return row ? [{ unit, row }] : []
    })
    const reasons = inOrder.flatMap(({ unit, row }) =>
      reasonsOf(row, item).map(reason => ({ ...reason, unitName: unit.name })),
    )
    return {
      cycle: cycleView(cycle),
      departmentId,
      departmentName: department.name,
      rubricVersionId,
      itemId,
      units: inOrder.map(({ unit, row }) => ({
        ...unitOf(unit, row, rubric, item, departmentId, drafts.get(unit._id), visits, lookOf(unit._id)),
        records: sumsFor([item], sumRecords(unit._id, sums)),
      })),
      phrases: usedPhrases(reasons),
      unequal: unequalPhrases(reasons),
      abilities: abilitiesOf({ ...reviewPermissions, ...doubtPermissions }, asker, { departmentId }, loaded, now),
    }
  },
})

/** A unit that has not handed in shows its state and nothing else: what it writes is still its own. */
function unitOf(
  unit: Unit,
  row: ReadRow<ProvenRow>,
  rubric: Rubric,
  item: Item,
  departmentId: string,
  drafts: ReviewDrafts | undefined,
  visits: readonly VisitDrafts[],
  look: Look,
): Omit<ByItemUnit, 'records'> {
  const isHandedIn = row.stage === 'submitted' || row.stage === 'checked'
  const proving = isHandedIn ? Object.values(row.materials).filter(material => material.items.includes(item.id)) : []
  return {
    ...reviewItem(
      item,
      isHandedIn ? row.items[item.id] : undefined,
      departmentId,
      drafts?.items[item.id],
      visits.filter(entry => entry.unitId === unit._id),
      look,
    ),
    unitId: unit._id,
    name: unit.name,
    state: sheetState(row, rubric),
    late: row.submission?.late ?? false,
    materials: proving.length,
    files: proving.reduce((sum, material) => sum + material.files.length, 0),
  }
}

/** Words that are held are no phrase to use again. */
function reasonsOf(row: ReadRow<ProvenRow>, item: Item) {
  const reasons = row.items[item.id]?.reviews?.[item.department]?.reasons ?? []
  return reasons.filter(({ phrase }) => phrase !== heldWords)
}
