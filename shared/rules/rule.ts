import type { Hundredths } from '../scoring/points'
import type { NotApplicableRule } from '../scoring/tally'

/** What is counted, by an id that records and targets share across items and annexes: `articles`, `absences`. */
export type MeasureId = string

/** A measure as a sentence speaks of it: 缺席 3 次. */
export interface Counted {
  measure: MeasureId
  name: string
  unit: string
}

/** Words of the document, character by character, that a rule or fact rests on. Every figure has them. */
export type Clause = string

/** A number that a rule compares or divides: counts and percentages, never points. */
export type Amount =
  | number
  | ({ kind: 'measure' } & Counted)
  /** In per cent. Nothing counted in the whole leaves it unknown: a unit without small firms has no rate. */
  | { kind: 'rate'; part: Counted; whole: Counted }
  /** 目标任务分解表: the unit's own target for the measure. */
  | { kind: 'targetFrom'; measure: MeasureId }
  /** A number that the document gives for each kind of unit: 农场 5 篇、局直 1 篇. */
  | { kind: 'byGroup'; values: Record<string, number> }

/**
 * A figure of the document that can be held against what is recorded. It shows and judges, and never yields points.
 * Without `to` it is shown and not judged (力争…).
 */
export interface Fact {
  name: string
  of: Amount
  to?: Amount
  /** 1至2家: as far as the document goes. More is not less, so it is shown and changes no verdict. */
  upTo?: number
  /** 超过 leaves the number itself out; 以上, 达到 and 不少于, which stand for nothing here, include it; 不超过 turns it. */
  must?: 'be-above' | 'be-at-most'
  clause: Clause
}

/**
 * Two figures under one score (动态建会率和职工入会率达到95%以上): each is said apart, or it is also said whether all, or
 * any, of them are reached. The document leaves it open, and none of them scores.
 */
export type FactsTogether = 'apart' | 'all' | 'any'

/** Takes points from `from`, or from the maximum, for every recorded event, and stops at `floor`. */
export interface PerEvent {
  kind: 'perEvent'
  from?: Rule
  event: Counted
  /** Counted as the event is: 请假, where the county decided so. */
  also?: Counted[]
  each: Hundredths
  floor: Hundredths
  clause: Clause
}

/** The first tier that is reached, from the highest down. */
export interface Tiers {
  kind: 'tiers'
  name: string
  of: Amount
  /** `open` where the number itself does not count: 超过. */
  tiers: { from: number; open?: boolean; points: Hundredths }[]
  otherwise: Hundredths
  clause: Clause
}

/** The maximum times what is done of the target, never more than the maximum. */
export interface Proportional {
  kind: 'proportional'
  name: string
  of: Amount
  to: Amount
  clause: Clause
}

/** Each part by its own rule up to its own points. */
export interface SumOf {
  kind: 'sumOf'
  parts: { name: string; points: Hundredths; rule: Rule }[]
}

/** Points a piece by level, up to the maximum. */
export interface PerPiece {
  kind: 'perPiece'
  levels: (Counted & { points: Hundredths })[]
  clause: Clause
}

/** 不涉及 by a recorded fact; `counts` says what that yields. */
export interface NotApplicable {
  kind: 'notApplicable'
  when: Fact
  counts: NotApplicableRule
  otherwise: Rule
}

/** On top of the maximum, capped. The only kind that can exceed it. */
export interface Bonus {
  kind: 'bonus'
  base: Rule
  extra: Rule
  most: Hundredths
  clause: Clause
}

/** Without the required fact nothing above `most` can be had. */
export interface Gate {
  kind: 'gate'
  requires: Fact
  most: Hundredths
  rule: Rule
}

/** 取消评优情形: any one of them has the consequence, and the score stays what it is. */
export interface Exclusion {
  kind: 'exclusion'
  anyOf: Fact[]
  consequence: string
  rule: Rule
}

/** A score made of other scores: weighted sources, in per cent that add up to 100, or the average of subordinates. */
export interface Derive {
  kind: 'derive'
  from:
    | { how: 'weighted'; sources: { name: string; weight: number; of: { score: string } | { rule: Rule } }[] }
    | { how: 'average'; of: string; name: string }
  clause: Clause
}

/** A grade by points (at least) or by place (at most), from the best down. The points pass through. */
export interface Bands {
  kind: 'bands'
  of: Rule
  by: 'points' | 'place'
  /** `bound` is hundredths for points and a place for places. */
  grades: { name: string; bound: number }[]
  otherwise: string
  clause: Clause
}

/** 裁量: the department decides between nothing and the maximum. */
export interface Discretion {
  kind: 'discretion'
}

/** How points come about, as data. Each kind is worked out by the file of its name under `kinds/`. */
export type Rule =
  | Discretion
  | PerEvent
  | Tiers
  | Proportional
  | SumOf
  | PerPiece
  | NotApplicable
  | Bonus
  | Gate
  | Exclusion
  | Derive
  | Bands
