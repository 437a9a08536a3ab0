import type { KeptDoubt, KeptRecord, RecordOfMeasure } from '#shared/contract/record-contract'
import type { ShownEntry } from '#shared/records/records-of-unit'
import { printNumber } from '#shared/rules/amount'
import { type EntryLine, entryLines } from '../components/record-trail/entry-lines'

/** 附件1第7、11项，附件2第20项: the items that rest on a record, by annex. */
export function itemsByAnnex({ items }: Pick<KeptRecord, 'items'>): string[] {
  const annexes = [...new Set(items.map(({ annex }) => annex))]
  return annexes.map(annex => {
    const numbers = items.filter(item => item.annex === annex).map(({ number }) => number)
    return `${annex}第${numbers.join('、')}项`
  })
}

/** 已记 12个单位 共86篇; 还没有记. */
export function recordedInWords({ units, total, unit, others }: KeptRecord): string {
  if (units === 0) return others === 'none' ? '都按0计' : '还没有记'
  return `已记 ${units}个单位　共${printNumber(total)}${unit}`
}

/** What stands in the count column of a unit: 6, 0, or that nobody has looked yet. */
export function countInWords({ count }: RecordOfMeasure['units'][number]): string {
  return count === null ? '没记' : printNumber(count)
}

/** The entries of one record as they are set, with what stood there before. */
export function linesOf({ measure, name, unit }: KeptRecord, entries: readonly ShownEntry[]): EntryLine[] {
  const record = { source: '', scope: '', entries: [...entries] }
  return entryLines([{ measure, name, unit }], { records: { [measure]: record }, targets: {} })
}

/** 报刊征订　3月12日 …: what a doubt is about. */
export function doubtInWords({ measureName, entryWords }: KeptDoubt): string {
  return entryWords === '' ? `${measureName}　应该有，没有记上` : `${measureName}　${entryWords}`
}

/** The units whose names hold what is looked for, each with its number in the county's order. */
export function unitsNamed<Unit extends { name: string }>(units: readonly Unit[], wanted: string) {
  const text = wanted.trim()
  return units.map((unit, index) => ({ number: index + 1, unit })).filter(({ unit }) => unit.name.includes(text))
}
