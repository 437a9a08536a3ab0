import { type Hundredths, printPoints, roundHalfUp } from '../scoring/points'
import type { NotApplicableRule } from '../scoring/tally'
import type { Clause, Counted, Rule } from './rule'
import type { RecordEntry, UnitRecords } from './unit-records'

/** One sentence of the trail. The points of all steps add up to the least that can be had, hence to a figure. */
export interface Step {
  sentence: string
  /** Added or, below zero, taken away. May be a fraction of a hundredth; only the last step of a trail rounds. */
  points: number
  /** What the records call themselves: 县总签到记录. */
  sources: readonly string[]
  clause: Clause | null
  /** The entries behind it: the meetings that were missed. */
  entries: readonly RecordEntry[]
}

/** What a rule says beside points. */
export type Mark =
  | { kind: 'grade'; name: string }
  | { kind: 'excluded'; consequence: string; clause: Clause }
  | { kind: 'not-applicable'; counts: NotApplicableRule }

/**
 * What a rule leaves possible. `least` and `most` are one number where a written formula and the records settle it.
 * Steps are built from the same values that made the bound, and only when somebody asks.
 */
export interface Outcome {
  least: number
  most: number
  marks: readonly Mark[]
  steps: () => Step[]
}

/** Works out any rule for at most `maximum`. Handed to the kinds, so that they need not know one another. */
export type Judge = (rule: Rule, maximum: Hundredths, records: UnitRecords) => Outcome

export const noMarks: readonly Mark[] = []

/** A sentence that rests on no record. */
export function step(sentence: string, points: number, clause: Clause | null = null): Step {
  return { sentence, points, sources: [], clause, entries: [] }
}

/** A sentence with its 依据, and the entries that made it. */
export function recordedStep(
  sentence: string,
  points: number,
  clause: Clause,
  measures: readonly Counted[],
  records: UnitRecords,
): Step {
  const sources: string[] = []
  let entries: readonly RecordEntry[] = []
  for (const { measure } of measures) {
    const record = records.counts.get(measure)
    if (record === undefined) continue
    if (!sources.includes(record.source)) sources.push(record.source)
    // Mostly one measure: its entries are handed on, not copied.
    entries = entries.length === 0 ? record.entries : [...entries, ...record.entries]
  }
  const basis = sources.length === 0 ? '' : `；依据：${sources.join('、')}`
  return { sentence: `${sentence}${basis}`, points, sources, clause, entries }
}

/** Points inside a sentence, rounded for reading only. */
export const say = (points: number) => `${printPoints(roundHalfUp(points))} 分`

/** 0.5 分, or 0 至 5 分 while it is open. */
export const sayRange = (least: number, most: number) =>
  least === most ? say(least) : `${printPoints(roundHalfUp(least))} 至 ${say(most)}`

/** Far below what any quotient of real counts can differ by, far above what adding binary fractions can lose. */
export const tolerance = 1e-6

/** The one rounding. A half that binary fractions made a trifle too small is still a half. */
export function settle(points: number): Hundredths {
  return roundHalfUp(points + tolerance)
}
