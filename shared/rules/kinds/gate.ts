import type { Hundredths } from '../../scoring/points'
import { checkFact, factStep } from '../fact'
import { type Judge, type Outcome, say } from '../outcome'
import type { Gate } from '../rule'
import type { UnitRecords } from '../unit-records'

/** A precondition. While it is unknown the cap may or may not come, so only the lower end is held down. */
export function judgeGate(rule: Gate, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  const checked = checkFact(rule.requires, records)
  const inner = judge(rule.rule, maximum, records)
  if (checked.verdict === 'met' || checked.verdict === 'not-judged') return inner
  const least = Math.min(inner.least, rule.most)
  const most = checked.verdict === 'unmet' ? Math.min(inner.most, rule.most) : inner.most
  return {
    least,
    most,
    marks: inner.marks,
    steps() {
      const fact = factStep(checked, records)
      const effect = checked.verdict === 'unmet' ? `最多得 ${say(rule.most)}` : `达不到的话最多得 ${say(rule.most)}`
      return [...inner.steps(), { ...fact, sentence: `${fact.sentence}；${effect}`, points: least - inner.least }]
    },
  }
}
