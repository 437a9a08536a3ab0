import type { Assessment, HistoryEntry } from '#shared/assessment/assessment'
import { isDoubtAnswered, isDoubtOpen, type ScoreDoubt } from '#shared/assessment/score-doubt'
import type { ItemId } from '#shared/rubric/rubric'
import { command } from '../infrastructure/collection'
import { type ReviewedRow, withItems } from './assessment-reviews'
import { assessments, changeAssessment, rowFields } from './assessments'
import { type DecisionWrite, decisionChanges, decisionHolds, withDecisions } from './decision-changes'

type Sheet = Pick<Assessment, '_id' | 'items' | 'summary' | 'openedBy'>

/** A 疑问 as it becomes of `before`, with another 定分 where the department changes its score. */
export interface DoubtWrite {
  itemId: ItemId
  before: ScoreDoubt | undefined
  after: ScoreDoubt
  decision: DecisionWrite | null
  entries: [HistoryEntry, ...HistoryEntry[]]
}

/** Every sheet of the cycle with the 疑问 about those items. One round trip. */
export async function listDoubts(cycleId: string, itemIds: readonly ItemId[]): Promise<ReviewedRow[]> {
  const parts = itemIds.map(itemId => `items.${itemId}.doubt` as const)
  return withItems(await assessments.list({ cycleId }, { fields: rowFields, parts }))
}

/** Writes what became of one 疑问, if it and the 定分 still stand as they were read. One round trip. */
export function writeDoubt(sheet: Sheet, write: DoubtWrite): Promise<boolean> {
  const { itemId, before, after, decision, entries } = write
  const [{ operationId, at }] = entries
  const path = `items.${itemId}.doubt`
  const counts = countsOf(write)
  return changeAssessment(
    sheet._id,
    {
      stage: 'submitted',
      [`${path}.revision`]: before ? before.revision : command.exists(false),
      ...(decision ? decisionHolds(sheet, [decision]) : {}),
    },
    {
      [path]: command.set(after),
      ...(counts.doubtsOpen === 0 ? {} : { 'summary.doubtsOpen': command.inc(counts.doubtsOpen) }),
      ...(counts.doubtsAnswered === 0 ? {} : { 'summary.doubtsAnswered': command.inc(counts.doubtsAnswered) }),
      ...(decision ? decisionChanges(sheet, [decision], at) : {}),
      // Somebody is told of it, unless it was taken back.
      ...(after.state === 'withdrawn' ? {} : { untold: operationId }),
    },
    entries,
  )
}

/** The sheet, or row, as it stands after that. */
export function withDoubt<Of extends Sheet>(sheet: Of, write: DoubtWrite): Of {
  const decided = write.decision ? withDecisions(sheet, [write.decision]) : sheet
  const { items, summary } = decided
  const counts = countsOf(write)
  return {
    ...decided,
    items: { ...items, [write.itemId]: { ...items[write.itemId], doubt: write.after } },
    summary: {
      ...summary,
      doubtsOpen: (summary.doubtsOpen ?? 0) + counts.doubtsOpen,
      doubtsAnswered: (summary.doubtsAnswered ?? 0) + counts.doubtsAnswered,
    },
  }
}

/** Notes 没有疑问, if no doubt is open, or takes it back. One round trip. */
export function writeStage(
  assessmentId: string,
  stage: 'submitted' | 'checked',
  entry: HistoryEntry,
): Promise<boolean> {
  // `null` finds a sheet that was begun before there were 疑问.
  const noneOpen = { stage: 'submitted', 'summary.doubtsOpen': command.in([0, null]) }
  const holds = stage === 'checked' ? noneOpen : { stage: 'checked' }
  return changeAssessment(assessmentId, holds, { stage }, [entry])
}

function countsOf({ before, after }: DoubtWrite) {
  const difference = (is: typeof isDoubtOpen) => Number(is({ doubt: after })) - Number(is({ doubt: before }))
  return { doubtsOpen: difference(isDoubtOpen), doubtsAnswered: difference(isDoubtAnswered) }
}
