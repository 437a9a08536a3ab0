import type { EntryValue } from '#shared/records/record'
import { printNumber } from '#shared/rules/amount'
import { readCount, readDay } from './typed-values'

/** An entry as it is being written, before anything is made of it. */
export interface WrittenEntry {
  what: string
  date: string
  level: string
  count: string
  /** 更正的原因; of a new entry nothing. */
  reason: string
}

export const blankEntry: WrittenEntry = { what: '', date: '', level: '', count: '1', reason: '' }

/** An entry that stands, as it is written to be corrected. */
export function writtenOf({ what, date, level, count }: EntryValue): WrittenEntry {
  return { what, date, level, count: printNumber(count), reason: '' }
}

export type EntryFaults = Partial<Record<keyof WrittenEntry, string>>

/** What a written entry says, or what is wrong with which field. `year`: of a day written without one. */
export function readEntry(written: WrittenEntry, year: number): { value: EntryValue } | { faults: EntryFaults } {
  const date = readDay(written.date, year)
  const count = readCount(written.count)
  const faults: EntryFaults = {
    ...(date === null && { date: '不是日期，如：3月12日' }),
    ...('why' in count ? { count: count.why } : count.number === null && { count: '请写数量' }),
  }
  if (date === null || 'why' in count || count.number === null) return { faults }
  return { value: { what: written.what.trim(), date, level: written.level.trim(), count: count.number } }
}

/** Only `useBegunEntry` keeps what is parsed here. */
export function parseBegun(text: string): WrittenEntry | null {
  if (text === '') return null
  return { ...blankEntry, ...(JSON.parse(text) as WrittenEntry) }
}
