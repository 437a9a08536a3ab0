import { assessmentId } from '#shared/assessment/assessment'
import { type SavedVisit, SaveVisit, type VisitEntry, type VisitVerdict } from '#shared/contract/visit-contract'
import { problem } from '#shared/errors/problems'
import { findItem, type Rubric } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { type AssessmentRow, readAssessmentRows } from '../../repositories/assessments'
import { readCycle } from '../../repositories/cycles'
import { readRubricVersions } from '../../repositories/rubric-versions'
import { keepVisitDrafts, listVisitDrafts, type VisitDrafts, visitDraftsId } from '../../repositories/visit-drafts'
import { readVisitGroup, type VisitGroup, visits } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'

/** So many operations of an item are remembered: a repetition comes minutes later, not twenty changes later. */
const REMEMBERED = 20

/**
 * A member's suggestions, each with its own verdict. Nobody else writes them, so there is nothing to collide with but
 * another delivery of the same person; an operation that was taken before changes nothing, however late it comes again.
 */
export const saveVisit = defineRequest('visit.save', {
  interactive: true,
  schema: SaveVisit,
  load: (input: SaveVisit) => ({
    cycle: needed(readCycle(input.cycleId), 'cycle.none'),
    group: readVisitGroup(input.cycleId, input.groupId),
    rows: readAssessmentRows(unitsOf(input).map(unitId => assessmentId(input.cycleId, unitId))),
    stored: listVisitDrafts(input.cycleId, unitsOf(input)),
  }),
  permit: permissions['visit.save'],
  act: async ({ input, loaded: { group, rows, stored }, asker, now }) => {
    if (!group) return refuse('permission.denied')
    const rubrics = await readRubricVersions(rows.map(row => row.rubricVersionId))
    const judged = input.entries.map(entry => ({ entry, why: refusalOf(entry, group, rows, rubrics) }))
    const good = judged.flatMap(({ entry, why }) => (why ? [] : [entry]))
    const kept = await Promise.all(unitsOf({ entries: good }).map(unitId => keepUnit(unitId)))

    async function keepUnit(unitId: string): Promise<boolean> {
      const entries = good.filter(entry => entry.unitId === unitId)
      let standing = stored
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        const document = documentOf(unitId, group, asker, input.cycleId)
        const stands = standing.find(({ _id }) => _id === document._id)
        const items = itemsAfter(stands, entries, now)
        if (Object.keys(items).length === 0 || (await keepVisitDrafts(stands, document, items))) return true
        standing = await listVisitDrafts(input.cycleId, [unitId])
      }
      return false
    }
    if (kept.includes(false)) return refuse('server.busy')
    const verdicts = judged.map(({ entry: { operationId }, why }): VisitVerdict => {
      return why ? { kind: 'refused', operationId, problem: why } : { kind: 'kept', operationId }
    })
    return { verdicts, others: othersOf(stored, group.groupId, asker.memberId) }
  },
})

function unitsOf({ entries }: { entries: readonly VisitEntry[] }): string[] {
  return [...new Set(entries.map(({ unitId }) => unitId))]
}

function refusalOf(
  { unitId, itemId }: VisitEntry,
  group: VisitGroup,
  rows: AssessmentRow[],
  rubrics: Map<string, Rubric>,
) {
  if (!visits(group, unitId)) return problem('visit.not-your-unit')
  const row = rows.find(candidate => candidate.unitId === unitId)
  if (!row) return problem('assessment.unknown')
  const rubric = rubrics.get(row.rubricVersionId)
  return rubric && findItem(rubric, itemId) ? null : problem('item.unknown')
}

function documentOf(unitId: string, group: VisitGroup | null, asker: Actor, cycleId: string): VisitDrafts {
  const whose = { cycleId, groupId: group?.groupId ?? '', unitId, memberId: asker.memberId }
  const names = { memberName: asker.name, groupName: group?.name ?? '' }
  return { _id: visitDraftsId(whose), ...whose, ...names, items: {}, revision: 0 }
}

/** The items that these entries change; what was taken before is left out. */
function itemsAfter(stands: VisitDrafts | undefined, entries: readonly VisitEntry[], at: number): VisitDrafts['items'] {
  const items: VisitDrafts['items'] = {}
  for (const { operationId, itemId, looking, score } of entries) {
    const operations = (items[itemId] ?? stands?.items[itemId])?.operations ?? []
    if (operations.includes(operationId)) continue
    items[itemId] = { looking, score, at, operations: [...operations, operationId].slice(-REMEMBERED) }
  }
  return items
}

function othersOf(stored: VisitDrafts[], groupId: string, memberId: string): SavedVisit['others'] {
  return stored
    .filter(drafts => drafts.groupId === groupId && drafts.memberId !== memberId)
    .flatMap(({ unitId, memberName, items }) =>
      Object.entries(items).flatMap(([itemId, { looking }]) => (looking ? [{ unitId, itemId, memberName }] : [])),
    )
}
