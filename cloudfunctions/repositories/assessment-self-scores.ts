import type { Assessment, HistoryEntry, Instant, PaperSheet, SelfScore, Stage } from '#shared/assessment/assessment'
import { selfAnswer } from '#shared/assessment/summarize'
import type { Item } from '#shared/rubric/rubric'
import { mergeTallies } from '#shared/scoring/tally'
import { type Conditions, command } from '../infrastructure/collection'
import { changeAssessment, type StoredSheet } from './assessments'
import { tallyDifference, tallyIncrements } from './tally-changes'

/** One 自评 to be written in place of `before`. */
export interface SelfScoreWrite {
  item: Pick<Item, 'id' | 'points'>
  before: SelfScore | undefined
  after: SelfScore
  entry: HistoryEntry
}

/** Until when the write is allowed: the sheet's own time, the 补交 of each item, or the office's paper, which has none. */
export type SelfScoreWindow =
  | { kind: 'sheet'; stages: Stage[]; at: Instant }
  | { kind: 'supplements'; at: Instant }
  | {
      kind: 'paper'
      stages: Stage[]
      sheet: PaperSheet
      /** Null where it is not handed in; `filled` items must stand then, or it would not be whole. */
      submission: Assessment['submission']
      filled: number
      entry: HistoryEntry
    }

/**
 * Writes all of these self-scores at once or, where one of them no longer stands as it was read, none (false).
 * The figures of the summary change by the difference. One round trip.
 */
export function writeSelfScores(
  assessmentId: string,
  writes: readonly SelfScoreWrite[],
  window: SelfScoreWindow,
): Promise<boolean> {
  const paper =
    window.kind === 'paper'
      ? {
          changes: {
            paperSheets: command.push([window.sheet]),
            ...(window.submission ? { submission: command.set(window.submission), stage: 'submitted' } : {}),
          },
          history: [window.entry],
        }
      : { changes: {}, history: [] }
  return changeAssessment(
    assessmentId,
    { ...windowHolds(window, writes), ...revisionsHold(writes) },
    {
      ...Object.fromEntries(writes.map(({ item, after }) => [`items.${item.id}.self`, command.set(after)])),
      ...tallyIncrements('summary.self', differenceOf(writes)),
      ...paper.changes,
    },
    [...writes.map(({ entry }) => entry), ...paper.history],
  )
}

/** The sheet as it stands after these writes. */
export function withSelfScores(sheet: StoredSheet, writes: readonly SelfScoreWrite[]): StoredSheet {
  const items = { ...sheet.items }
  for (const { item, after } of writes) items[item.id] = { ...items[item.id], self: after }
  const self = mergeTallies([sheet.summary.self, differenceOf(writes)])
  return { ...sheet, items, summary: { ...sheet.summary, self } }
}

function differenceOf(writes: readonly SelfScoreWrite[]) {
  return tallyDifference(
    writes.map(({ item, before, after }) => ({
      points: item.points,
      before: selfAnswer(before),
      after: selfAnswer(after),
    })),
  )
}

function revisionsHold(writes: readonly SelfScoreWrite[]): Conditions {
  return Object.fromEntries(
    writes.map(({ item, before }) => [
      `items.${item.id}.self.revision`,
      before === undefined ? command.exists(false) : before.revision,
    ]),
  )
}

function windowHolds(window: SelfScoreWindow, writes: readonly SelfScoreWrite[]): Conditions {
  switch (window.kind) {
    case 'sheet':
      return { stage: command.in(window.stages), selfOpenUntil: command.gte(window.at) }
    case 'paper':
      return {
        stage: command.in(window.stages),
        ...(window.submission ? { 'summary.self.count': window.filled } : {}),
      }
    case 'supplements':
      return {
        stage: 'submitted',
        ...Object.fromEntries(
          writes.flatMap(({ item }) => [
            [`items.${item.id}.supplement.until`, command.gte(window.at)],
            [`items.${item.id}.supplement.answeredAt`, command.exists(false)],
          ]),
        ),
      }
  }
}
