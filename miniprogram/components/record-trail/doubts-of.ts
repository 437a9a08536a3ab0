import type { ShownDoubt } from '#shared/records/records-of-unit'
import type { Item } from '#shared/rubric/rubric'
import { countedIn } from '#shared/rules/measures'
import { printDate } from './entry-lines'
import type { HeldRecords } from './evaluation-of'

/** What was said of the records that this item counts. */
export function doubtsOf(item: Item, doubts: readonly ShownDoubt[]): ShownDoubt[] {
  const measures = new Set(countedIn(item).map(({ measure }) => measure))
  return doubts.filter(({ measure }) => measures.has(measure))
}

/** 「9月24日 第三季度工作推进会」: the entry that a doubt is about; empty where one is missing altogether. */
export function wordsOfEntry({ records }: HeldRecords, doubt: Pick<ShownDoubt, 'measure' | 'entryId'>): string {
  const entry = records[doubt.measure]?.entries.find(({ entryId }) => entryId === doubt.entryId)
  return entry ? [printDate(entry.date), entry.what].filter(Boolean).join(' ') : ''
}
