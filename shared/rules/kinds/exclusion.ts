import type { Hundredths } from '../../scoring/points'
import { checkFact, factStep } from '../fact'
import type { Judge, Mark, Outcome } from '../outcome'
import type { Exclusion } from '../rule'
import type { UnitRecords } from '../unit-records'

/** 取消评优情形. Says which of them is recorded and what follows; the score is left alone. */
export function judgeExclusion(rule: Exclusion, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  const inner = judge(rule.rule, maximum, records)
  const found = rule.anyOf.map(fact => checkFact(fact, records)).filter(({ verdict }) => verdict === 'met')
  if (found.length === 0) return inner
  const marks = found.map<Mark>(({ fact }) => ({
    kind: 'excluded',
    consequence: rule.consequence,
    clause: fact.clause,
  }))
  return {
    least: inner.least,
    most: inner.most,
    marks: [...inner.marks, ...marks],
    steps() {
      return [
        ...inner.steps(),
        ...found.map(checked => {
          const { clause, sources, entries } = factStep(checked, records)
          const basis = sources.length === 0 ? '' : `；依据：${sources.join('、')}`
          return { sentence: `${checked.fact.name}，${rule.consequence}${basis}`, points: 0, clause, sources, entries }
        }),
      ]
    },
  }
}
