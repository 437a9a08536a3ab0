import type { Hundredths } from '../../scoring/points'
import { type Judge, type Mark, type Outcome, settle, step } from '../outcome'
import type { Bands } from '../rule'
import type { UnitRecords } from '../unit-records'

/** 等次, from the best down. Points are rounded first: a unit whose form says 90 has reached 90. */
export function judgeBands(rule: Bands, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  const inner = judge(rule.of, maximum, records)
  const least = settle(inner.least)
  const points = least === settle(inner.most) ? least : null
  const reached = rule.by === 'points' ? points : records.place
  if (reached === null) return inner
  const isReached = (bound: number) => (rule.by === 'points' ? reached >= bound : reached <= bound)
  const name = rule.grades.find(({ bound }) => isReached(bound))?.name ?? rule.otherwise
  const mark: Mark = { kind: 'grade', name }
  return {
    least: inner.least,
    most: inner.most,
    marks: [...inner.marks, mark],
    steps() {
      const reason = rule.by === 'points' ? '按得分' : `第 ${reached} 名`
      return [...inner.steps(), step(`${reason}，为${name}`, 0, rule.clause)]
    },
  }
}
