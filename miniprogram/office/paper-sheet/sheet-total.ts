import type { Hundredths } from '#shared/scoring/points'
import { addAnswer, emptyTally, type NotApplicableRule, type Tally, totalOf } from '#shared/scoring/tally'
import type { EntryRow } from './entry-rows'
import { readWritten } from './written-score'

/** The sum of the column as typed, to be compared with the one on the paper. What cannot be read counts nothing. */
export function sheetTotal(
  rows: readonly EntryRow[],
  rule: NotApplicableRule,
): { total: Hundredths; maximum: Hundredths } {
  let tally: Tally = emptyTally
  let maximum = 0
  for (const { item, shown } of rows) {
    const answer = readWritten(shown.written)
    maximum += item.points
    if (answer !== 'unreadable') tally = addAnswer(tally, item.points, answer)
  }
  return { total: totalOf(tally, rule), maximum }
}
