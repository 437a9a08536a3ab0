import type { Hundredths } from '../../scoring/points'
import { amountOf, measuresIn, printNumber, unitOf } from '../amount'
import { noMarks, type Outcome, recordedStep, say } from '../outcome'
import type { Proportional } from '../rule'
import type { UnitRecords } from '../unit-records'

/** By how much of the target is done. A target of nothing divides nothing: the points stay open for the department. */
export function judgeProportional(rule: Proportional, maximum: Hundredths, records: UnitRecords): Outcome {
  const done = amountOf(rule.of, records)
  const target = amountOf(rule.to, records)
  const isOpen = done === null || target === null || target <= 0
  const least = isOpen ? 0 : Math.max(0, maximum * Math.min(1, done / target))
  return {
    least,
    most: isOpen ? maximum : least,
    marks: noMarks,
    steps() {
      return [
        recordedStep(sentenceFor(rule, done, target, maximum, least), least, rule.clause, measuresIn(rule.of), records),
      ]
    },
  }
}

function sentenceFor(
  { name, of }: Proportional,
  done: number | null,
  target: number | null,
  maximum: Hundredths,
  points: number,
): string {
  if (target === null || target <= 0) return `${name}的任务数还没有下达，暂不推算`
  if (done === null) return `${name}还没有记录，暂不推算`
  const unit = unitOf(of)
  const capped = done > target ? '，超出部分不计' : ''
  return `${name}任务 ${printNumber(target)}${unit}，完成 ${printNumber(done)}${unit}${capped}，按 ${say(maximum)}的比例得 ${say(points)}`
}
