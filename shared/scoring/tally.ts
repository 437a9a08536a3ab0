import { type Hundredths, roundHalfUp } from './points'

/** 考核周期的规定: what an item that is 不涉及 counts. */
export type NotApplicableRule = 'full' | 'rescale' | 'zero'

/**
 * What is needed to know a total without its items: every part is a plain sum, so a write changes it by the difference,
 * and the total of a list row is the total of the sheet to the hundredth.
 */
export interface Tally {
  /** Items answered, 不涉及 included. */
  count: number
  /** Sum of the scores given. */
  scored: Hundredths
  /** Sum of the maxima of the items that got a score. */
  maximum: Hundredths
  /** How many items of each maximum are 不涉及: `{ '500': 1 }`. */
  notApplicable: Record<string, number>
}

export const emptyTally: Tally = { count: 0, scored: 0, maximum: 0, notApplicable: {} }

/** What an item answers: a score, 不涉及, or nothing yet (null). */
export type Answer = { score: Hundredths } | 'not-applicable' | null

/** Adds one item of `points` answered with `answer`; `sign` −1 takes it away again. */
export function addAnswer(tally: Tally, points: Hundredths, answer: Answer, sign: 1 | -1 = 1): Tally {
  const sum = { ...tally, notApplicable: { ...tally.notApplicable } }
  countAnswer(sum, points, answer, sign)
  return sum
}

/** The tally of many answered items; the one place that counts them in a loop. */
export function tallyOf(answers: Iterable<readonly [points: Hundredths, answer: Answer]>): Tally {
  const sum: Tally = { ...emptyTally, notApplicable: {} }
  for (const [points, answer] of answers) countAnswer(sum, points, answer, 1)
  return sum
}

function countAnswer(sum: Tally, points: Hundredths, answer: Answer, sign: 1 | -1): void {
  if (answer === null) return
  sum.count += sign
  if (answer === 'not-applicable') {
    sum.notApplicable[points] = (sum.notApplicable[points] ?? 0) + sign
    return
  }
  sum.scored += sign * answer.score
  sum.maximum += sign * points
}

/** The tally of several tallies together, e.g. of all departments. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce<Tally>((sum, tally) => {
    const notApplicable = { ...sum.notApplicable }
    for (const [points, count] of Object.entries(tally.notApplicable))
      notApplicable[points] = (notApplicable[points] ?? 0) + count
    return {
      count: sum.count + tally.count,
      scored: sum.scored + tally.scored,
      maximum: sum.maximum + tally.maximum,
      notApplicable,
    }
  }, emptyTally)
}

/**
 * What one item that is 不涉及 counts. `rescale` gives it the average of the items that were scored, rounded half up at
 * the item, so that the rows still add up to the total; with nothing scored it counts nothing.
 */
export function notApplicableCounts(points: Hundredths, rule: NotApplicableRule, tally: Tally): Hundredths {
  switch (rule) {
    case 'full':
      return points
    case 'zero':
      return 0
    case 'rescale':
      return tally.maximum === 0 ? 0 : roundHalfUp((points * tally.scored) / tally.maximum)
  }
}

/** The total: the scores and what the 不涉及 items count. */
export function totalOf(tally: Tally, rule: NotApplicableRule): Hundredths {
  return Object.entries(tally.notApplicable).reduce(
    (sum, [points, count]) => sum + count * notApplicableCounts(Number(points), rule, tally),
    tally.scored,
  )
}
