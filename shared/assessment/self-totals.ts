import { type Category, itemsOf, type Rubric } from '../rubric/rubric'
import type { Hundredths } from '../scoring/points'
import { type NotApplicableRule, notApplicableCounts, type Tally, tallyOf } from '../scoring/tally'
import type { FilledSheet } from './completeness'
import { selfAnswer } from './summarize'

/** 自评 by category and whole. The categories always add up to the total, also where 不涉及 is rescaled. */
export interface SelfTotals {
  categories: { category: Category; total: Hundredths }[]
  total: Hundredths
}

/** The sub-totals that a sheet shows beside its categories, of what stands on the screen at this moment. */
export function selfTotals(rubric: Rubric, items: FilledSheet['items'], rule: NotApplicableRule): SelfTotals {
  const whole = tallyOf(itemsOf(rubric).map(({ id, points }) => [points, selfAnswer(items[id]?.self)]))
  const categories = rubric.categories.map(category => ({ category, total: totalOf(category, items, rule, whole) }))
  return { categories, total: categories.reduce((sum, { total }) => sum + total, 0) }
}

function totalOf(category: Category, items: FilledSheet['items'], rule: NotApplicableRule, whole: Tally): Hundredths {
  return category.items.reduce((sum, item) => {
    const answer = selfAnswer(items[item.id]?.self)
    if (answer === null) return sum
    return sum + (answer === 'not-applicable' ? notApplicableCounts(item.points, rule, whole) : answer.score)
  }, 0)
}
