import type { Hundredths } from '../../scoring/points'
import { type Judge, type Outcome, say, step } from '../outcome'
import type { SumOf } from '../rule'
import type { UnitRecords } from '../unit-records'

/** The parts one after another; together never more than the maximum. */
export function judgeSumOf(rule: SumOf, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  const parts = rule.parts.map(part => judge(part.rule, part.points, records))
  const sum = parts.reduce((total, part) => total + part.least, 0)
  const least = Math.min(maximum, sum)
  const most = Math.min(
    maximum,
    parts.reduce((total, part) => total + part.most, 0),
  )
  return {
    least,
    most,
    marks: parts.flatMap(part => part.marks),
    steps() {
      const named = parts.flatMap((part, index) => {
        const name = rule.parts[index]?.name ?? ''
        return part.steps().map(each => ({ ...each, sentence: `${name}：${each.sentence}` }))
      })
      return sum > maximum ? [...named, step(`各部分合计不超过 ${say(maximum)}`, least - sum)] : named
    },
  }
}
