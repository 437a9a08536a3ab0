import type { Hundredths } from '../../scoring/points'
import { type Judge, type Outcome, say, step } from '../outcome'
import type { Bonus } from '../rule'
import type { UnitRecords } from '../unit-records'

/** 基础项100分，加分项20分: what is on top comes after the base, whatever the base is, and stops at its cap. */
export function judgeBonus(rule: Bonus, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  const base = judge(rule.base, maximum, records)
  const extra = judge(rule.extra, rule.most, records)
  const added = Math.min(rule.most, extra.least)
  return {
    least: base.least + added,
    most: base.most + Math.min(rule.most, extra.most),
    marks: [...base.marks, ...extra.marks],
    steps() {
      const named = extra.steps().map(each => ({ ...each, sentence: `加分：${each.sentence}` }))
      const capped = extra.least > rule.most
      const cap = step(`加分最多 ${say(rule.most)}`, added - extra.least, rule.clause)
      return [...base.steps(), ...named, ...(capped ? [cap] : [])]
    },
  }
}
