import type { Hundredths } from '../../scoring/points'
import type { NotApplicableRule } from '../../scoring/tally'
import { checkFact, factStep } from '../fact'
import type { Judge, Mark, Outcome } from '../outcome'
import { say } from '../outcome'
import type { NotApplicable } from '../rule'
import type { UnitRecords } from '../unit-records'

/**
 * 不涉及 by what is recorded. Under `rescale` the points follow from the other items (`scoring/tally.ts`), so here they
 * stay open and the mark tells.
 */
export function judgeNotApplicable(
  rule: NotApplicable,
  maximum: Hundredths,
  records: UnitRecords,
  judge: Judge,
): Outcome {
  const checked = checkFact(rule.when, records)
  const otherwise = judge(rule.otherwise, maximum, records)
  if (checked.verdict === 'unmet' || checked.verdict === 'not-judged') return otherwise
  const counted = countedRange(rule.counts, maximum)
  if (checked.verdict === 'met') {
    const marks: Mark[] = [{ kind: 'not-applicable', counts: rule.counts }]
    return {
      ...counted,
      marks,
      steps() {
        const fact = factStep(checked, records)
        return [
          { ...fact, sentence: `不涉及，${words[rule.counts](maximum)}；${fact.sentence}`, points: counted.least },
        ]
      },
    }
  }
  const least = Math.min(counted.least, otherwise.least)
  const most = Math.max(counted.most, otherwise.most)
  return {
    least,
    most,
    marks: otherwise.marks,
    steps() {
      return [
        ...otherwise.steps(),
        {
          ...factStep(checked, records),
          sentence: `还不知道是否涉及：${rule.when.name}`,
          points: least - otherwise.least,
        },
      ]
    },
  }
}

const words: Record<NotApplicableRule, (maximum: Hundredths) => string> = {
  full: maximum => `按满分计 ${say(maximum)}`,
  rescale: () => '按其他各项的得分率折算',
  zero: () => '不计分',
}

function countedRange(counts: NotApplicableRule, maximum: Hundredths): { least: number; most: number } {
  switch (counts) {
    case 'full':
      return { least: maximum, most: maximum }
    case 'rescale':
      return { least: 0, most: maximum }
    case 'zero':
      return { least: 0, most: 0 }
  }
}
