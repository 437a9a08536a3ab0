import type {
  Assessment,
  Decision,
  HistoryEntry,
  Instant,
  PaperSheet,
  SupplementRequest,
} from '#shared/assessment/assessment'
import { decisionAnswer } from '#shared/assessment/summarize'
import type { DepartmentId, Item, ItemId } from '#shared/rubric/rubric'
import { mergeTallies } from '#shared/scoring/tally'
import { command } from '../infrastructure/collection'
import { type AssessmentRow, assessments, changeAssessment, rowFields, type StoredSheet } from './assessments'
import { tallyDifference, tallyIncrements } from './tally-changes'

/** A row with some of its items, or with parts of them. */
export type ReviewedRow = AssessmentRow & Pick<Assessment, 'items'>
/** As by-item views need it: what proves an item is found in the materials. */
export type ProvenRow = ReviewedRow & Pick<Assessment, 'materials'>

type Scored = Pick<Item, 'id' | 'points'>

/** One 定分 to be written in place of `before`. */
export interface DecisionWrite {
  item: Scored
  departmentId: DepartmentId
  before: Decision | undefined
  after: Decision
  entry: HistoryEntry
}

/** Those sheets with only the items named. One round trip. */
export async function readReviewedRows(assessmentIds: string[], itemIds: ItemId[]): Promise<ReviewedRow[]> {
  const parts = itemIds.map(itemId => `items.${itemId}` as const)
  return withItems(await assessments.list({ _id: command.in(assessmentIds) }, { fields: rowFields, parts }))
}

/** What one department has decided of these items, for every unit of the cycle or of one annex. One round trip. */
export async function listDecisions(
  of: { cycleId: string; rubricVersionId?: string },
  departmentId: DepartmentId,
  itemIds: ItemId[],
): Promise<ReviewedRow[]> {
  const parts = itemIds.map(itemId => `items.${itemId}.reviews.${departmentId}` as const)
  return withItems(await assessments.list({ ...of }, { fields: rowFields, parts }))
}

/** What is decided of these items by whichever department, for every unit of one annex. One round trip. */
export async function listItemDecisions(
  of: { cycleId: string; rubricVersionId: string },
  itemIds: ItemId[],
): Promise<ReviewedRow[]> {
  const parts = itemIds.map(itemId => `items.${itemId}.reviews` as const)
  return withItems(await assessments.list({ ...of }, { fields: rowFields, parts }))
}

/** One item of every unit of an annex, with the materials among which its proof is found. One round trip. */
export async function listOneItem(cycleId: string, rubricVersionId: string, itemId: ItemId): Promise<ProvenRow[]> {
  const parts = [`items.${itemId}` as const]
  return withItems(await assessments.list({ cycleId, rubricVersionId }, { fields: [...rowFields, 'materials'], parts }))
}

/**
 * Writes all of these 定分 of one unit or, where a 定分 or the 自评 it was decided upon no longer stands, none (false).
 * The department's figures change by the difference. A stamped paper behind them (代录) comes in when it comes in, so
 * only what is entered without one keeps to the departments' time. One round trip.
 */
export function writeDecisions(
  row: Pick<ReviewedRow, '_id' | 'summary' | 'openedBy'>,
  writes: readonly DecisionWrite[],
  at: Instant,
  paper?: { sheet: PaperSheet; entry: HistoryEntry },
): Promise<boolean> {
  return changeAssessment(
    row._id,
    {
      stage: 'submitted',
      ...(paper ? {} : { reviewOpenUntil: command.gte(at) }),
      ...Object.fromEntries(writes.flatMap(decisionHolds)),
      ...Object.fromEntries(departmentsOf(writes).flatMap(id => firstTallyHolds(row, id))),
    },
    {
      ...Object.fromEntries(
        writes.map(({ item, departmentId, after }) => [`items.${item.id}.reviews.${departmentId}`, command.set(after)]),
      ),
      ...Object.fromEntries(departmentsOf(writes).flatMap(id => tallyChanges(row, writes, id))),
      ...Object.fromEntries(departmentsOf(writes).flatMap(id => firstOpening(row, id, at))),
      ...(paper ? { paperSheets: command.push([paper.sheet]) } : {}),
    },
    [...writes.map(({ entry }) => entry), ...(paper ? [paper.entry] : [])],
  )
}

/** The sheet, or row, as it stands after these writes. */
export function withDecisions<Row extends ReviewedRow>(row: Row, writes: readonly DecisionWrite[]): Row {
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

/** Notes the department's first opening, after which the unit no longer withdraws. Later ones change nothing. */
export async function noteOpening(sheet: StoredSheet, departmentId: DepartmentId, at: Instant): Promise<void> {
  await assessments.update(
    { _id: sheet._id, stage: sheet.stage, [`openedBy.${departmentId}`]: command.exists(false) },
    { [`openedBy.${departmentId}`]: at },
  )
}

/** Asks the unit to supply something for an item, if the item still stands as it was read. One round trip. */
export function askForSupplement(
  sheet: StoredSheet,
  itemId: ItemId,
  supplement: SupplementRequest,
  entry: HistoryEntry,
): Promise<boolean> {
  const before = sheet.items[itemId]?.supplement
  const path = `items.${itemId}.supplement`
  const isOpen = before !== undefined && before.answeredAt === undefined
  return changeAssessment(
    sheet._id,
    {
      stage: 'submitted',
      reviewOpenUntil: command.gte(entry.at),
      [`${path}.at`]: before ? before.at : command.exists(false),
      [`${path}.answeredAt`]: before?.answeredAt ?? command.exists(false),
    },
    {
      [path]: command.set(supplement),
      ...Object.fromEntries(firstOpening(sheet, supplement.departmentId, entry.at)),
      ...(isOpen ? {} : { 'summary.supplementsOpen': command.inc(1) }),
      untold: entry.operationId,
    },
    [entry],
  )
}

/** Who decides or asks from a list has opened the sheet as well as who looks at it: it is not withdrawn any more. */
function firstOpening(
  { openedBy }: Pick<ReviewedRow, 'openedBy'>,
  departmentId: DepartmentId,
  at: Instant,
): [string, Instant][] {
  return openedBy[departmentId] === undefined ? [[`openedBy.${departmentId}`, at]] : []
}

function decisionHolds({ item, departmentId, before, after }: DecisionWrite): [string, unknown][] {
  return [
    [`items.${item.id}.reviews.${departmentId}.revision`, before ? before.revision : command.exists(false)],
    [`items.${item.id}.self.revision`, after.seenSelfRevision > 0 ? after.seenSelfRevision : command.exists(false)],
  ]
}

/** A department's first 定分 of a sheet sets its figures whole, because increments would leave those out that are zero. */
function tallyChanges(
  { summary }: Pick<ReviewedRow, 'summary'>,
  writes: readonly DecisionWrite[],
  departmentId: DepartmentId,
): [string, unknown][] {
  const path = `summary.byDepartment.${departmentId}`
  const difference = differenceOf(writes, departmentId)
  if (summary.byDepartment[departmentId]) return Object.entries(tallyIncrements(path, difference))
  return [[path, command.set(difference)]]
}

function firstTallyHolds({ summary }: Pick<ReviewedRow, 'summary'>, departmentId: DepartmentId): [string, unknown][] {
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

/** A projection of parts leaves `items` out where there is none of them. */
function withItems<Row extends Pick<Assessment, 'items'>>(rows: Row[]): Row[] {
  return rows.map(row => ({ ...row, items: row.items ?? {} }))
}
