import type { Seen } from '#shared/assessment/assessment'
import { type Problem, problem } from '#shared/errors/problems'
import type { ItemId } from '#shared/rubric/rubric'
import { checkDecision } from '#shared/scoring/check-decision'
import { checkSelfScore } from '#shared/scoring/check-self-score'
import type { Hundredths } from '#shared/scoring/points'
import { asDecision, asSelfScore } from './entry-request'
import type { EntryRow } from './entry-rows'
import { readWritten } from './written-score'

/** What is wrong with the rows of a sheet, by item, in the words and by the rules of the server. */
export type RowProblems = Record<ItemId, Problem>

/** Checks the unit's sheet. Rows nobody touched are as the county holds them and are not judged. */
export function selfProblems(rows: readonly EntryRow[]): RowProblems {
  return collect(rows, row =>
    readWritten(row.shown.written) === 'unreadable'
      ? problem('self-score.not-a-number', { number: row.item.number })
      : checkSelfScore(row.item, asSelfScore(row)),
  )
}

/** Checks a department's sheet; `step` is the cycle's 部室评分步长. */
export function reviewProblems(rows: readonly EntryRow[], step: Hundredths, seen: readonly Seen[]): RowProblems {
  return collect(rows, row =>
    readWritten(row.shown.written) === 'unreadable'
      ? problem('review-score.not-a-number', { number: row.item.number })
      : checkDecision(row.item, step, row.selfNotApplicable, asDecision(row, seen), row.figure),
  )
}

/** The numbers of the items whose score column is empty. */
export function emptyNumbers(rows: readonly EntryRow[]): number[] {
  return rows.filter(row => readWritten(row.shown.written) === null).map(row => row.item.number)
}

function collect(rows: readonly EntryRow[], check: (row: EntryRow) => Problem | null): RowProblems {
  const problems: RowProblems = {}
  for (const row of rows) {
    const found = row.touched ? (isStale(row) ? problem('item.stale', { number: row.item.number }) : check(row)) : null
    if (found) problems[row.item.id] = found
  }
  return problems
}

/** Somebody changed the item after this row was typed: a person looks at both before either is taken. */
function isStale(row: EntryRow): boolean {
  return row.shown.upon !== row.standing.upon
}
