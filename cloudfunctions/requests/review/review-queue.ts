import { isDoubtOpen } from '#shared/assessment/score-doubt'
import { OpenQueue, type QueueItem, type QueueUnit } from '#shared/contract/review-contract'
import type { DepartmentId, Item, Rubric } from '#shared/rubric/rubric'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { reviewPermissions } from '../../permissions/review-permissions'
import { doubtPermissions } from '../../permissions/score-check-permissions'
import { listDecisions, type ReviewedRow } from '../../repositories/assessment-reviews'
import { listDrafts, type ReviewDrafts } from '../../repositories/review-drafts'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { listUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { cycleView } from '../views/cycle-view'
import { sheetState } from '../views/sheet-view'
import { loadDepartment } from './load-department'
import { isCurrent, itemsScoredBy } from './review-views'

export const reviewQueue = defineRequest('review.queue', {
  interactive: true,
  schema: OpenQueue,
  load: loadDepartment,
  permit: permissions['review.queue'],
  act: async ({ input: { cycleId, departmentId }, loaded, asker, now }) => {
    const { cycle, department } = loaded
    const rubrics = await readRubricVersions(Object.values(cycle.rubricVersionIds))
    const annexes = [...rubrics].map(([rubricVersionId, rubric]) => ({
      rubricVersionId,
      rubric,
      items: itemsScoredBy(rubric, departmentId),
    }))
    const itemIds = annexes.flatMap(({ items }) => items.map(item => item.id))
    const [rows, drafts, units] = await Promise.all([
      listDecisions({ cycleId }, departmentId, itemIds),
      listDrafts({ cycleId, departmentId, memberId: asker.memberId }),
      listUnits(),
    ])
    const rowOf = new Map(rows.map(row => [row.unitId, row]))
    const annexOf = new Map(annexes.map(annex => [annex.rubricVersionId, annex]))
    return {
      cycle: cycleView(cycle),
      departmentId,
      departmentName: department.name,
      units: units.flatMap(unit => {
        const row = rowOf.get(unit._id)
        const annex = row && annexOf.get(row.rubricVersionId)
        if (!annex || annex.items.length === 0) return []
        return [queueUnit(unit, row, annex.rubric, annex.items, departmentId, drafts.get(unit._id))]
      }),
      items: annexes.flatMap(({ rubricVersionId, rubric, items }) => {
        const ofAnnex = rows.filter(row => row.rubricVersionId === rubricVersionId)
        return items.map(item => queueItem(rubricVersionId, rubric, item, ofAnnex.filter(isHandedIn)))
      }),
      abilities: abilitiesOf({ ...reviewPermissions, ...doubtPermissions }, asker, { departmentId }, loaded, now),
    }
  },
})

function queueUnit(
  unit: Unit,
  row: ReviewedRow,
  rubric: Rubric,
  items: Item[],
  departmentId: DepartmentId,
  drafts: ReviewDrafts | undefined,
): QueueUnit {
  const decisions = items.map(item => ({ item, decision: row.items[item.id]?.reviews?.[departmentId] }))
  const noted = decisions.filter(({ item, decision }) => {
    const draft = drafts?.items[item.id]
    return draft !== undefined && isCurrent(draft, decision)
  })
  return {
    unitId: unit._id,
    name: unit.name,
    audience: unit.audience,
    rubricVersionId: row.rubricVersionId,
    state: sheetState(row, rubric),
    submittedAt: row.submission?.signature.at ?? null,
    late: row.submission?.late ?? false,
    items: items.length,
    decided: decisions.filter(({ decision }) => decision !== undefined).length,
    drafts: noted.length,
    doubts: items.filter(item => isDoubtOpen(row.items[item.id])).length,
  }
}

function queueItem(rubricVersionId: string, { audience }: Rubric, item: Item, handedIn: ReviewedRow[]): QueueItem {
  return {
    rubricVersionId,
    audience,
    itemId: item.id,
    number: item.number,
    shortName: item.shortName,
    points: item.points,
    submitted: handedIn.length,
    decided: handedIn.filter(row => row.items[item.id]?.reviews?.[item.department] !== undefined).length,
  }
}

function isHandedIn({ stage }: ReviewedRow): boolean {
  return stage === 'submitted' || stage === 'checked'
}
