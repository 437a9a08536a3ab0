import type { Assessment, HistoryEntry, Instant, PaperSheet, SupplementRequest } from '#shared/assessment/assessment'
import type { DepartmentId, ItemId } from '#shared/rubric/rubric'
import { command } from '../infrastructure/collection'
import { type AssessmentRow, assessments, changeAssessment, rowFields, type StoredSheet } from './assessments'
import { type DecisionWrite, decisionChanges, decisionHolds, firstOpening } from './decision-changes'

/** A row with some of its items, or with parts of them. */
export type ReviewedRow = AssessmentRow & Pick<Assessment, 'items'>
/** As by-item views need it: what proves an item is found in the materials. */
export type ProvenRow = ReviewedRow & Pick<Assessment, 'materials'>

/** Those sheets with only the items named. One round trip. */
export async function readReviewedRows(assessmentIds: string[], itemIds: ItemId[]): Promise<ReviewedRow[]> {
  const parts = itemIds.map(itemId => `items.${itemId}` as const)
  return withItems(await assessments.list({ _id: command.in(assessmentIds) }, { fields: rowFields, parts }))
}

/** One sheet with only the items named, or null where the unit does not take part. One round trip. */
export async function readReviewedRow(assessmentId: string, itemIds: ItemId[]): Promise<ReviewedRow | null> {
  const [row] = await readReviewedRows([assessmentId], itemIds)
  return row ?? null
}

/** What one department has decided of these items, and what is doubted, for every unit of the cycle or of one annex. One round trip. */
export async function listDecisions(
  of: { cycleId: string; rubricVersionId?: string },
  departmentId: DepartmentId,
  itemIds: ItemId[],
): Promise<ReviewedRow[]> {
  const parts = itemIds.flatMap(itemId => [`items.${itemId}.reviews.${departmentId}`, `items.${itemId}.doubt`] as const)
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
      ...decisionHolds(row, writes),
    },
    {
      ...decisionChanges(row, writes, at),
      ...(paper ? { paperSheets: command.push([paper.sheet]) } : {}),
    },
    [...writes.map(({ entry }) => entry), ...(paper ? [paper.entry] : [])],
  )
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

/** A projection of parts leaves `items` out where there is none of them. */
export function withItems<Row extends Pick<Assessment, 'items'>>(rows: Row[]): Row[] {
  return rows.map(row => ({ ...row, items: row.items ?? {} }))
}
