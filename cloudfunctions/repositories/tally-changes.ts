import { type Answer, addAnswer, emptyTally, type Tally } from '#shared/scoring/tally'
import { type Changes, command } from '../infrastructure/collection'

/** What replacing answers changes in their tally: every part is a plain sum, so it can be added in the database. */
export function tallyDifference(replaced: readonly { points: number; before: Answer; after: Answer }[]): Tally {
  return replaced.reduce<Tally>(
    (sum, { points, before, after }) => addAnswer(addAnswer(sum, points, before, -1), points, after),
    emptyTally,
  )
}

/** The difference as increments of the tally stored at `path`; parts that stay as they are are left out. */
export function tallyIncrements(path: string, difference: Tally): Changes {
  const parts: [string, number][] = [
    ['count', difference.count],
    ['scored', difference.scored],
    ['maximum', difference.maximum],
    ...Object.entries(difference.notApplicable).map(([points, by]): [string, number] => [
      `notApplicable.${points}`,
      by,
    ]),
  ]
  return Object.fromEntries(
    parts.filter(([, by]) => by !== 0).map(([part, by]) => [`${path}.${part}`, command.inc(by)]),
  )
}
