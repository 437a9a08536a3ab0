import type { Hundredths } from '../../scoring/points'
import { amountOf, makingOf, measuresIn, printNumber, unitOf } from '../amount'
import { reaches } from '../fact'
import { noMarks, type Outcome, recordedStep, say } from '../outcome'
import type { Tiers } from '../rule'
import type { UnitRecords } from '../unit-records'

/** 80%以上得2分，70%以上得1分: the highest tier that is reached. Unknown leaves every tier possible. */
export function judgeTiers(rule: Tiers, maximum: Hundredths, records: UnitRecords): Outcome {
  const value = amountOf(rule.of, records)
  const all = value === null ? [...rule.tiers.map(({ points }) => points), rule.otherwise] : [pointsFor(rule, value)]
  const least = Math.min(maximum, ...all)
  const most = Math.min(maximum, Math.max(...all))
  return {
    least,
    most,
    marks: noMarks,
    steps() {
      const unit = unitOf(rule.of)
      const sentence =
        value === null
          ? `${rule.name}还没有记录，暂不推算`
          : `${rule.name} ${printNumber(value)}${unit}${makingOf(rule.of, records)}，得 ${say(least)}`
      return [recordedStep(sentence, least, rule.clause, measuresIn(rule.of), records)]
    },
  }
}

function pointsFor({ tiers, otherwise }: Tiers, value: number): Hundredths {
  return tiers.find(tier => reaches(value, tier.from, tier.open))?.points ?? otherwise
}
