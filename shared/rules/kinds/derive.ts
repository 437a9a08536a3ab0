import type { Hundredths } from '../../scoring/points'
import { type Judge, noMarks, type Outcome, say, sayRange, step } from '../outcome'
import type { Derive } from '../rule'
import type { UnitRecords } from '../unit-records'

type From<How> = Extract<Derive['from'], { how: How }>

/** A score made of other scores. One that is not there yet leaves its share open. */
export function judgeDerive(rule: Derive, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  return rule.from.how === 'weighted'
    ? judgeWeighted(rule.from, rule.clause, maximum, records, judge)
    : judgeAverage(rule.from, rule.clause, maximum, records)
}

function judgeWeighted(
  { sources }: From<'weighted'>,
  clause: string,
  maximum: Hundredths,
  records: UnitRecords,
  judge: Judge,
): Outcome {
  const parts = sources.map(({ of }) =>
    'rule' in of ? judge(of.rule, maximum, records) : givenScore(records.scores.get(of.score), maximum),
  )
  const weigh = (points: number, index: number) => (points * (sources[index]?.weight ?? 0)) / 100
  return {
    least: parts.reduce((sum, part, index) => sum + weigh(part.least, index), 0),
    most: parts.reduce((sum, part, index) => sum + weigh(part.most, index), 0),
    marks: parts.flatMap(part => part.marks),
    steps() {
      return parts.flatMap((part, index) => {
        const { name, weight } = sources[index] ?? { name: '', weight: 0 }
        const share = weigh(part.least, index)
        const sentence = `${name} ${sayRange(part.least, part.most)} × ${weight}%，计 ${sayRange(share, weigh(part.most, index))}`
        const behind = part.steps().map(each => ({ ...each, sentence: `${name}：${each.sentence}`, points: 0 }))
        return [...behind, step(sentence, share, clause)]
      })
    },
  }
}

function judgeAverage(
  { of, name }: From<'average'>,
  clause: string,
  maximum: Hundredths,
  records: UnitRecords,
): Outcome {
  const scores = records.subordinates.get(of) ?? []
  if (scores.length === 0 || !scores.every(Number.isFinite)) {
    return {
      ...givenScore(undefined, maximum),
      steps() {
        return [step(`${name}还没有得分，暂不推算`, 0, clause)]
      },
    }
  }
  const sum = scores.reduce((total, score) => total + within(score, maximum), 0)
  const average = sum / scores.length
  const sentence = () => `${name} ${scores.length} 个，合计 ${say(sum)}，平均 ${say(average)}`
  return {
    least: average,
    most: average,
    marks: noMarks,
    steps() {
      return [step(sentence(), average, clause)]
    },
  }
}

function givenScore(score: Hundredths | undefined, maximum: Hundredths): Outcome {
  const isKnown = score !== undefined && Number.isFinite(score)
  const least = isKnown ? within(score, maximum) : 0
  return {
    least,
    most: isKnown ? least : maximum,
    marks: noMarks,
    steps() {
      return []
    },
  }
}

const within = (score: Hundredths, maximum: Hundredths) => Math.min(maximum, Math.max(0, score))
