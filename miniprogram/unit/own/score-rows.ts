import { isDoubtAnswered, isDoubtOpen } from '#shared/assessment/score-doubt'
import { decisionAnswer, selfAnswer } from '#shared/assessment/summarize'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type Hundredths, printPoints } from '#shared/scoring/points'
import { mergeTallies, totalOf } from '#shared/scoring/tally'
import type { ItemRowView } from '../../components/item-row/item-row'
import type { ShownSheet } from '../../outbox/overlay'

/** What a unit's scores amount to, and what it has said of them. */
export interface ScoresPicture {
  categories: { id: string; name: string; points: Hundredths; rows: ItemRowView[] }[]
  total: Hundredths
  /** Items that wait for an answer, and those that have one. */
  waiting: Item[]
  answered: Item[]
}

/** Null until the county lets units see the departments' scores. */
export function scoresOf(rubric: Rubric, sheet: ShownSheet): ScoresPicture | null {
  const { byDepartment } = sheet.summary
  if (byDepartment === null) return null
  const items = itemsOf(rubric)
  return {
    categories: rubric.categories.map(({ id, name, points, items }) => {
      return { id, name, points, rows: items.map(item => rowOf(item, sheet)) }
    }),
    total: totalOf(mergeTallies(Object.values(byDepartment)), sheet.cycle.notApplicable),
    waiting: items.filter(({ id }) => isDoubtOpen(sheet.items[id])),
    answered: items.filter(({ id }) => isDoubtAnswered(sheet.items[id])),
  }
}

function rowOf(item: Item, sheet: ShownSheet): ItemRowView {
  const shown = sheet.items[item.id]
  const answer = decisionAnswer(shown?.released ?? undefined)
  const self = selfAnswer(shown?.self)
  const selfWords = self === 'not-applicable' ? '自评 不涉及' : self ? `自评 ${printPoints(self.score)}` : ''
  return {
    itemId: item.id,
    number: item.number,
    text: item.text,
    score: answer === null || answer === 'not-applicable' ? null : answer.score,
    notApplicable: answer === 'not-applicable',
    maximum: item.points,
    note: isDoubtAnswered(shown) ? '疑问答复了' : selfWords,
    asked: isDoubtOpen(shown) ? '疑问' : undefined,
  }
}
