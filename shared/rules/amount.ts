import type { Amount, Counted } from './rule'
import { countable, countOf, type UnitRecords } from './unit-records'

/** The number, or null while it is not known. */
export function amountOf(amount: Amount, records: UnitRecords): number | null {
  if (typeof amount === 'number') return amount
  switch (amount.kind) {
    case 'measure':
      return countOf(records, amount.measure)
    case 'rate':
      return rateOf(countOf(records, amount.part.measure), countOf(records, amount.whole.measure))
    case 'targetFrom':
      return countable(records.targets.get(amount.measure))
    case 'byGroup':
      return forGroup(amount.values, records.group)
  }
}

// The division is rounded correctly, so a rate that is exactly 85 % compares as exactly 85.
function rateOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : countable((part * 100) / whole)
}

function forGroup(values: Record<string, number>, group: string | null): number | null {
  return group !== null && Object.keys(values).includes(group) ? countable(values[group]) : null
}

/** The measures that must be recorded before the amount is known. */
export function measuresIn(amount: Amount): Counted[] {
  if (typeof amount === 'number') return []
  switch (amount.kind) {
    case 'measure':
      return [amount]
    case 'rate':
      return [amount.part, amount.whole]
    case 'targetFrom':
    case 'byGroup':
      return []
  }
}

/** 篇 or 家 behind a count, % behind a rate. */
export function unitOf(amount: Amount): string {
  if (typeof amount === 'number') return ''
  if (amount.kind === 'rate') return '%'
  return amount.kind === 'measure' ? amount.unit : ''
}

/** 「17家/20家」 behind a rate, so that a percentage can be recalculated; nothing elsewhere. */
export function makingOf(amount: Amount, records: UnitRecords): string {
  if (typeof amount === 'number' || amount.kind !== 'rate') return ''
  return `（${sayCounted(amount.whole, records)}，${sayCounted(amount.part, records)}）`
}

function sayCounted({ measure, name, unit }: Counted, records: UnitRecords): string {
  return `${name}${printNumber(countOf(records, measure) ?? 0)}${unit}`
}

/** At most two places, cut off: 94.999 % must not read as the 95 % that it has not reached. */
export function printNumber(value: number): string {
  return String(Math.floor(value * 100 + 1e-7) / 100)
}
