import type { Hundredths } from '../../scoring/points'
import { printNumber } from '../amount'
import { type Judge, noMarks, type Outcome, recordedStep, say, sayRange, step } from '../outcome'
import type { Counted, PerEvent } from '../rule'
import { countOf, type UnitRecords } from '../unit-records'

/** 每缺席一次扣0.5分. While nobody has recorded the events, anything between the floor and the start is possible. */
export function judgePerEvent(rule: PerEvent, maximum: Hundredths, records: UnitRecords, judge: Judge): Outcome {
  const start = rule.from ? judge(rule.from, maximum, records) : full(maximum)
  const times = timesOf(rule, records)
  const least = times === null ? Math.min(start.least, rule.floor) : pointsAfter(rule, times, start.least)
  const most = times === null ? start.most : pointsAfter(rule, times, start.most)
  return {
    least,
    most,
    marks: start.marks,
    steps() {
      const sentence =
        times === null
          ? unrecorded(rule)
          : sayDeduction(rule, sayEvents(rule, records), times, start.least - least, least, most)
      return [...start.steps(), recordedStep(sentence, least - start.least, rule.clause, countedEvents(rule), records)]
    },
  }
}

/** What a deduction counts: the event, and what the county decided to count like it. */
export function countedEvents({ event, also = [] }: PerEvent): Counted[] {
  return [event, ...also]
}

/** How often in all; null while one of them was never recorded. */
function timesOf(rule: PerEvent, records: UnitRecords): number | null {
  let times = 0
  for (const { measure } of countedEvents(rule)) {
    const count = countOf(records, measure)
    if (count === null) return null
    times += count
  }
  return times
}

/** 「缺席 2 次、请假 1 次」: what happened at all. */
function sayEvents(rule: PerEvent, records: UnitRecords): string {
  return countedEvents(rule)
    .map(({ measure, name, unit }) => ({ name, unit, count: countOf(records, measure) ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ name, unit, count }) => `${name} ${printNumber(count)} ${unit}`)
    .join('、')
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

function sayDeduction(
  { event, each, floor }: PerEvent,
  events: string,
  times: number,
  taken: number,
  least: number,
  most: number,
): string {
  if (times === 0) return `没有${event.name}，不扣分，得 ${sayRange(least, most)}`
  const due = times * each
  const stopped = least === most && taken < due
  const deduction = stopped ? `应扣 ${say(due)}，扣到 ${say(Math.min(floor, least))}为止` : `扣 ${say(due)}`
  return `${events} × ${say(each)}，${deduction}，得 ${sayRange(least, most)}`
}
