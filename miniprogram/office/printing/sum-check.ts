import type { FormTable } from '#shared/results/form-table'
import { findItem, type Rubric } from '#shared/rubric/rubric'
import { parsePoints, printPoints } from '#shared/scoring/points'
import { addAnswer, emptyTally, type NotApplicableRule, type Tally, totalOf } from '#shared/scoring/tally'

/** What adding up one printed column by hand gives. */
export interface SumCheck {
  /** `equal` and `differs` compare with the printed total; `blank` where some rows are still empty. */
  verdict: 'equal' | 'differs' | 'blank'
  /** 25项相加，与合计一致 */
  text: string
}

/**
 * Adds up the rows of a form as they are printed, the way a careful person does before the stamp goes on, and compares
 * with the total. It reads the printed cells back, so that it finds an error wherever between the stored scores and the
 * paper it was made.
 */
export function checkSum(
  table: Pick<FormTable, 'categories' | 'selfTotal' | 'scoreTotal'>,
  column: 'self' | 'score',
  rubric: Rubric,
  rule: NotApplicableRule,
): SumCheck {
  const rows = table.categories.flatMap(category => category.rows)
  const blank = rows.filter(row => row[column] === '')
  if (blank.length > 0)
    return { verdict: 'blank', text: `还有${blank.length}项没有${column === 'self' ? '自评' : '定分'}` }
  let tally: Tally = emptyTally
  for (const row of rows) {
    const points = findItem(rubric, row.itemId)?.points ?? 0
    const score = parsePoints(row[column])
    tally = addAnswer(tally, points, score === null ? 'not-applicable' : { score })
  }
  const printed = column === 'self' ? table.selfTotal : table.scoreTotal
  const sum = printPoints(totalOf(tally, rule))
  return sum === printed
    ? { verdict: 'equal', text: `${rows.length}项相加，与合计一致` }
    : {
        verdict: 'differs',
        text: `${rows.length}项相加是 ${sum}，合计写的是 ${printed}，没对上。请先不要打印，联系维护的人。`,
      }
}
