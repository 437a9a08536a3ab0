import type { Hundredths } from '../../scoring/points'
import { printNumber } from '../amount'
import { type Judge, noMarks, type Outcome, recordedStep, say, sayRange, step } from '../outcome'
import type { PerEvent } from '../rule'
import { countOf, type UnitRecords } from '../unit-records'

/** 每缺席一次扣0.5分. While nobody has recorded the events, anything between the floor and the start is possible. */
export function judgePerEvent(rule: PerEvent, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  const start = rule.from ? judge(rule.from, maximum, records) : full(maximum)
  const times = countOf(records, rule.event.measure)
  const least = times === null ? Math.min(start.least, rule.floor) : pointsAfter(rule, times, start.least)
  const most = times === null ? start.most : pointsAfter(rule, times, start.most)
  return {
    least,
    most,
    marks: start.marks,
    steps() {
      const sentence = times === null ? unrecorded(rule) : sayDeduction(rule, times, start.least - least, least, most)
      return [...start.steps(), recordedStep(sentence, least - start.least, rule.clause, [rule.event], records)]
    },
  }
}

/** What starts below the floor is never lifted to it. */
function pointsAfter({ each, floor }: PerEvent, times: number, start: number): number {
  return Math.max(start - times * each, Math.min(start, floor))
}

function full(maximum: Hundredths): Outcome {
  return {
    least: maximum,
    most: maximum,
    marks: noMarks,
    steps() {
      return [step(`满分 ${say(maximum)}`, maximum)]
    },
  }
}

function unrecorded({ event }: PerEvent): string {
  return `县总还没有${event.name}的记录，暂不推算`
}

function sayDeduction(rule: PerEvent, times: number, taken: number, least: number, most: number): string {
  const { event, each, floor } = rule
  if (times === 0) return `没有${event.name}，不扣分，得 ${sayRange(least, most)}`
  const due = times * each
  const stopped = least === most && taken < due
  const deduction = stopped ? `应扣 ${say(due)}，扣到 ${say(Math.min(floor, least))}为止` : `扣 ${say(due)}`
  return `${event.name} ${printNumber(times)} ${event.unit} × ${say(each)}，${deduction}，得 ${sayRange(least, most)}`
}
