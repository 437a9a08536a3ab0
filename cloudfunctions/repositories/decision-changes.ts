import type { Assessment, Decision, HistoryEntry, Instant } from '#shared/assessment/assessment'
import { decisionAnswer } from '#shared/assessment/summarize'
import type { DepartmentId, Item } from '#shared/rubric/rubric'
import { mergeTallies } from '#shared/scoring/tally'
import { type Changes, type Conditions, command } from '../infrastructure/collection'
import { tallyDifference, tallyIncrements } from './tally-changes'

type Row = Pick<Assessment, 'items' | 'summary' | 'openedBy'>
type Scored = Pick<Item, 'id' | 'points'>

/** One 定分 to be written in place of `before`. */
export interface DecisionWrite {
  item: Scored
  departmentId: DepartmentId
  before: Decision | undefined
  after: Decision
  entry: HistoryEntry
}

/** What must still stand for all of these to be written: each 定分, the 自评 it was decided upon, the department's figures. */
export function decisionHolds(row: Pick<Row, 'summary'>, writes: readonly DecisionWrite[]): Conditions {
  return Object.fromEntries([
    ...writes.flatMap(itemHolds),
    ...departmentsOf(writes).flatMap(id => firstTallyHolds(row, id)),
  ])
}

/** What writing them changes; the department's figures by the difference. */
export function decisionChanges(
  row: Pick<Row, 'summary' | 'openedBy'>,
  writes: readonly DecisionWrite[],
  at: Instant,
): Changes {
  return Object.fromEntries([
    ...writes.map(({ item, departmentId, after }) => [`items.${item.id}.reviews.${departmentId}`, command.set(after)]),
    ...departmentsOf(writes).flatMap(id => tallyChanges(row, writes, id)),
    ...departmentsOf(writes).flatMap(id => firstOpening(row, id, at)),
  ])
}

/** The sheet, or row, as it stands after these writes. */
export function withDecisions<Of extends Pick<Row, 'items' | 'summary'>>(
  row: Of,
  writes: readonly DecisionWrite[],
): Of {
  const items = { ...row.items }
  for (const { item, departmentId, after } of writes) {
    const assessed = items[item.id]
    items[item.id] = { ...assessed, reviews: { ...assessed?.reviews, [departmentId]: after } }
  }
  const byDepartment = { ...row.summary.byDepartment }
  for (const departmentId of departmentsOf(writes)) {
    const before = byDepartment[departmentId]
    const difference = differenceOf(writes, departmentId)
    byDepartment[departmentId] = mergeTallies(before ? [before, difference] : [difference])
  }
  return { ...row, items, summary: { ...row.summary, byDepartment } }
}

/** Who decides or asks from a list has opened the sheet as well as who looks at it: it is not withdrawn any more. */
export function firstOpening(
  { openedBy }: Pick<Row, 'openedBy'>,
  departmentId: DepartmentId,
  at: Instant,
): [string, Instant][] {
  return openedBy[departmentId] === undefined ? [[`openedBy.${departmentId}`, at]] : []
}

function itemHolds({ item, departmentId, before, after }: DecisionWrite): [string, unknown][] {
  return [
    [`items.${item.id}.reviews.${departmentId}.revision`, before ? before.revision : command.exists(false)],
    [`items.${item.id}.self.revision`, after.seenSelfRevision > 0 ? after.seenSelfRevision : command.exists(false)],
  ]
}

/** A department's first 定分 of a sheet sets its figures whole, because increments would leave those out that are zero. */
function tallyChanges(
  { summary }: Pick<Row, 'summary'>,
  writes: readonly DecisionWrite[],
  departmentId: DepartmentId,
): [string, unknown][] {
  const path = `summary.byDepartment.${departmentId}`
  const difference = differenceOf(writes, departmentId)
  if (summary.byDepartment[departmentId]) return Object.entries(tallyIncrements(path, difference))
  return [[path, command.set(difference)]]
}

function firstTallyHolds({ summary }: Pick<Row, 'summary'>, departmentId: DepartmentId): [string, unknown][] {
  if (summary.byDepartment[departmentId]) return []
  return [[`summary.byDepartment.${departmentId}`, command.exists(false)]]
}

function departmentsOf(writes: readonly DecisionWrite[]): DepartmentId[] {
  return [...new Set(writes.map(({ departmentId }) => departmentId))]
}

function differenceOf(writes: readonly DecisionWrite[], departmentId: DepartmentId) {
  return tallyDifference(
    writes
      .filter(write => write.departmentId === departmentId)
      .map(({ item, before, after }) => ({
        points: item.points,
        before: decisionAnswer(before),
        after: decisionAnswer(after),
      })),
  )
}
