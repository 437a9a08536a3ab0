import { printDay } from '#shared/cycle/beijing-time'
import { isAttendanceMeasure } from '#shared/records/meeting'
import type { EntryValue } from '#shared/records/record'
import type { ShownEntry } from '#shared/records/records-of-unit'
import { printNumber } from '#shared/rules/amount'
import type { Counted, MeasureId } from '#shared/rules/rule'
import type { HeldRecords } from './evaluation-of'

/** One entry of a 县总记录 as a line is set: when, what, how much. */
export interface EntryLine {
  entryId: string
  measure: MeasureId
  /** 3月12日; empty where no day was written. */
  day: string
  title: string
  /** Who, or of which level: smaller, under the title. */
  note: string
  /** 缺席, 6篇 */
  counts: string
  /** Struck through, and counted no more. */
  isRemoved: boolean
  /** Oldest first. `before` is what stood there; null where the struck line itself says it. */
  corrections: { before: string | null; words: string }[]
}

/** The entries of these measures by date, those that were taken out among them. Sums have no lines. */
export function entryLines(counted: readonly Counted[], { records }: HeldRecords): EntryLine[] {
  const lines = new Map<string, { date: string; line: EntryLine }>()
  for (const measure of counted) {
    for (const entry of records[measure.measure]?.entries ?? []) {
      // A person who was absent and is on leave now stands in both records: where it counts is where it is shown.
      const isTold = entry.removed && lines.has(entry.entryId)
      if (entry.entryId !== '' && !isTold) lines.set(entry.entryId, { date: entry.date, line: lineOf(measure, entry) })
    }
  }
  const inOrder = [...lines.values()].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
  return inOrder.map(({ line }) => line)
}

function lineOf(counted: Counted, entry: ShownEntry): EntryLine {
  const [title = '', ...rest] = entry.what.split('　')
  return {
    entryId: entry.entryId,
    measure: counted.measure,
    day: printDate(entry.date),
    title: title === '' ? counted.name : title,
    note: [...rest, entry.level].filter(Boolean).join('　'),
    counts: countsOf(counted, entry),
    isRemoved: entry.removed,
    corrections: correctionsOf(counted, entry),
  }
}

function correctionsOf(counted: Counted, entry: ShownEntry): EntryLine['corrections'] {
  const { was, removed } = entry
  const lastTold = was.map(({ value }) => value !== null).lastIndexOf(true)
  return was.flatMap(({ value, reason, at }, place) => {
    const next = was[place + 1]
    const after = next ? next.value : removed ? null : entry
    // Of another record: an absence that became a leave and then a proxy.
    if (value === null && after === null) return []
    const before = removed && place === lastTold ? null : beforeInWords(counted, value, after)
    return [{ before, words: `${printDay(at)}更正：${reason}` }]
  })
}

/** What stood there, without what still stands. */
function beforeInWords(counted: Counted, before: EntryValue | null, after: EntryValue | null): string {
  if (before === null) return '没有记'
  const parts = (value: EntryValue) => [printDate(value.date), value.what, value.level, countsOf(counted, value)]
  const kept = after ? parts(after) : []
  return parts(before)
    .filter((part, place) => part !== '' && part !== kept[place])
    .join('　')
}

/** 缺席 of a person at a meeting; 6篇 of anything that is counted. */
function countsOf({ measure, name, unit }: Counted, { count }: Pick<EntryValue, 'count'>): string {
  const isOnePerson = isAttendanceMeasure(measure) && measure !== 'absent-meetings'
  return isOnePerson && count === 1 ? name : `${printNumber(count)}${unit}`
}

/** 2026-03-12 → 3月12日 */
export function printDate(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return month && day ? `${month}月${day}日` : ''
}
