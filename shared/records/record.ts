import type { Signature } from '../assessment/signature'
import type { MeasureId } from '../rules/rule'
import type { Hundredths } from '../scoring/points'

/** What one line of a 县总记录 says. */
export interface EntryValue {
  /** The title of the article, the name of the firm; empty for a bare number. */
  what: string
  /** YYYY-MM-DD, or empty. */
  date: string
  /** 县级, 市级, 省级 …, as the owner writes it; empty where it does not matter. */
  level: string
  /** How many it counts: 1 for an article, 486 for members. Up to two places. */
  count: number
}

/** A value that was replaced. Nothing that was ever shown is lost. */
export interface FormerValue<Value> {
  value: Value
  /** Who had written it, and when. */
  signature: Signature
  /** Why it was replaced. */
  reason: string
  /** The operation that replaced it, by which a repeated delivery is recognised. */
  operationId: string
}

/** A value with everything that stood in its place before, oldest first. */
export interface Corrected<Value> {
  /** Counts the values from 1. */
  revision: number
  value: Value
  signature: Signature
  was: FormerValue<Value>[]
}

/** One entry of a 县总记录; null: it was taken out, and what it said is in `was`. */
export type RecordEntry = Corrected<EntryValue | null>

/**
 * 县总记录 of one measure in one cycle: one document, so that an import becomes visible by one write. `counts` are the
 * sums of the entries, changed by the same write; in whole hundredths, because a sum that is changed by differences
 * again and again would drift off in binary fractions.
 */
export interface CountyRecordDocument {
  /** `cycleId:measure` */
  _id: string
  cycleId: string
  measure: MeasureId
  /** As a sentence cites it: 宣教部的记录. */
  source: string
  /** Whether a unit without an entry has none of it, or nobody has looked yet. */
  others: 'none' | 'unknown'
  /** Counts the imports and changes of `others`. */
  revision: number
  /** By unit; a unit whose entries are all taken out has 0. */
  counts: Record<string, Hundredths>
  /** By unit, then by entry. */
  entries: Record<string, Record<string, RecordEntry>>
  /** Imports that were applied, by their ids. */
  imports: string[]
}

/** 有出入: what a unit says of a record about it, and what its owner answered. */
export interface RecordDoubt {
  /** The operation that raised it. */
  _id: string
  cycleId: string
  unitId: string
  measure: MeasureId
  /** Null where an entry is missing. */
  entryId: string | null
  text: string
  signature: Signature
  answer: DoubtAnswer | null
  /** Answered, and the unit is still to be told of it. */
  untold?: boolean
  /** The operation whose words WeChat has not been asked about; null once it was. */
  unchecked?: string | null
}

export interface DoubtAnswer {
  /** By which a repeated delivery is recognised. */
  operationId: string
  kind: 'corrected' | 'explained'
  text: string
  /** The department, or 考核办, as units see it: never a person. */
  by: string
  signature: Signature
}

export function countyRecordId(cycleId: string, measure: MeasureId): string {
  return `${cycleId}:${measure}`
}

/** How many an entry counts now, in hundredths; nothing once it is taken out. */
export function countedBy(entry: RecordEntry | undefined): Hundredths {
  return Math.round((entry?.value?.count ?? 0) * 100)
}

/** What stood here first, whatever has replaced it since. */
export function firstValue<Value>({ value, was }: Corrected<Value>): Value {
  const [first] = was
  return first ? first.value : value
}

/** What an operation put here and why; null where it never did. */
export function correctionBy<Value>(
  { value, was }: Corrected<Value>,
  operationId: string,
): { value: Value; reason: string } | null {
  const place = was.findIndex(former => former.operationId === operationId)
  const replaced = was[place]
  if (!replaced) return null
  const next = was[place + 1]
  return { value: next ? next.value : value, reason: replaced.reason }
}

/** A correction: the new value in front, the old one kept. */
export function corrected<Value>(
  before: Corrected<Value>,
  value: Value,
  by: { signature: Signature; reason: string; operationId: string },
): Corrected<Value> {
  const former = { value: before.value, signature: before.signature, reason: by.reason, operationId: by.operationId }
  return { revision: before.revision + 1, value, signature: by.signature, was: [...before.was, former] }
}

export function newlyWritten<Value>(value: Value, signature: Signature): Corrected<Value> {
  return { revision: 1, value, signature, was: [] }
}
