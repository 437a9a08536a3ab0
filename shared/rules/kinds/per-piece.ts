import type { Hundredths } from '../../scoring/points'
import { printNumber } from '../amount'
import { noMarks, type Outcome, recordedStep, say, step } from '../outcome'
import type { PerPiece } from '../rule'
import { countOf, type UnitRecords } from '../unit-records'

/** 录用1条10分: pieces of each level times its points. A level that nobody recorded may still bring points. */
export function judgePerPiece(rule: PerPiece, maximum: Hundredths, records: UnitRecords): Outcome {
  const counts = rule.levels.map(({ measure }) => countOf(records, measure))
  const sum = rule.levels.reduce((total, { points }, index) => total + (counts[index] ?? 0) * points, 0)
  const least = Math.min(maximum, sum)
  return {
    least,
    most: counts.includes(null) ? maximum : least,
    marks: noMarks,
    steps() {
      const pieces = rule.levels.map((level, index) => {
        const { name, unit, points } = level
        const count = counts[index] ?? null
        const sentence =
          count === null
            ? `县总还没有${name}的记录`
            : `${name} ${printNumber(count)} ${unit} × ${say(points)}，得 ${say(count * points)}`
        return recordedStep(sentence, (count ?? 0) * points, rule.clause, [level], records)
      })
      return sum > maximum ? [...pieces, step(`合计不超过 ${say(maximum)}`, least - sum)] : pieces
    },
  }
}
