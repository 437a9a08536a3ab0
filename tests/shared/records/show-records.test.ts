import fc from 'fast-check'
import { type CountyRecordDocument, corrected, countedBy, newlyWritten } from '#shared/records/record'
import { unitRecords } from '#shared/records/records-of-unit'
import { type StoredRecords, showEntry, showRecords } from '#shared/records/show-records'
import { sumRecords } from '#shared/records/sum-records'
import { countOf } from '#shared/rules/unit-records'
import { anyEntries, unitId } from './arbitrary-records'

const by = (at: number, name = '部长') => ({ name, memberId: 'm-1', at })
const article = (what: string, date: string, count = 1) => ({ what, date, level: '县级', count })
const nothing: StoredRecords = { targets: {}, records: [], meetings: [], doubts: [] }

type Stored = StoredRecords['records'][number]
const articles = (entries: Stored['entries'], others: Stored['others'] = 'unknown'): Stored => ({
  measure: 'articles',
  source: '宣教部的记录',
  others,
  entries,
})
const shown = (record: Stored) => showRecords(unitId, { ...nothing, records: [record] }).records.articles

describe('what a unit sees of a record', () => {
  test('is its own entries by date, whatever the order in which they were entered', () => {
    const entries = {
      [unitId]: {
        third: newlyWritten(article('三', '2026-09-01'), by(1)),
        first: newlyWritten(article('一', '2026-01-05'), by(2)),
        second: newlyWritten(article('二', '2026-03-12'), by(3)),
      },
      'township-b': { other: newlyWritten(article('别家的', '2026-02-01'), by(1)) },
    }
    expect(shown(articles(entries))?.entries.map(({ what }) => what)).toEqual(['一', '二', '三'])
  })

  test('is nothing at all where nobody has looked, and an empty record where there is none of it', () => {
    expect(shown(articles({}))).toBeUndefined()
    expect(shown(articles({}, 'none'))).toEqual({ source: '宣教部的记录', scope: '', entries: [] })
  })

  test('keeps everything that stood there, with why and when it gave way, and names nobody', () => {
    const first = newlyWritten(article('一', '2026-01-05'), by(1, '老张'))
    const second = corrected(first, article('一', '2026-01-05', 2), {
      signature: by(5),
      reason: '两版',
      operationId: 'a',
    })
    const third = corrected(second, null, { signature: by(9), reason: '记错单位', operationId: 'b' })
    expect(showEntry('one', third)).toEqual({
      entryId: 'one',
      revision: 3,
      ...article('一', '2026-01-05', 2),
      was: [
        { value: article('一', '2026-01-05'), reason: '两版', at: 5 },
        { value: article('一', '2026-01-05', 2), reason: '记错单位', at: 9 },
      ],
      removed: true,
    })
  })

  test('is its own targets and doubts, without who is behind them', () => {
    const doubt = {
      _id: 'd',
      cycleId: '2026',
      unitId,
      measure: 'articles',
      entryId: null,
      text: '少一篇',
      held: false,
      signature: by(7, '填报人'),
      answer: {
        operationId: 'op',
        kind: 'explained' as const,
        text: '没有采用',
        held: true,
        by: '宣教部',
        signature: by(8),
      },
    }
    const targets = { [unitId]: { articles: 10 }, 'township-b': { articles: 20 } }
    const held = showRecords(unitId, { ...nothing, targets, doubts: [doubt, { ...doubt, _id: 'e', unitId: 'other' }] })
    expect(held.targets).toEqual({ articles: 10 })
    expect(held.doubts).toEqual([
      {
        doubtId: 'd',
        measure: 'articles',
        entryId: null,
        text: '少一篇',
        at: 7,
        answer: { kind: 'explained', text: '没有采用', held: true, by: '宣教部', at: 8 },
      },
    ])
  })
})

describe('what counts', () => {
  const hundredthsOf = (records: Parameters<typeof unitRecords>[0]) => {
    const count = countOf(unitRecords(records), 'articles')
    return count === null ? null : Math.round(count * 100)
  }
  const standing = (entries: Stored['entries'][string]) =>
    Object.values(entries).reduce((sum, entry) => sum + countedBy(entry), 0)

  test('is what stands now: what was taken out or replaced counts nothing', () => {
    fc.assert(
      fc.property(anyEntries, entries => {
        const { records } = showRecords(unitId, { ...nothing, records: [articles({ [unitId]: entries }, 'none')] })
        expect(hundredthsOf({ records, targets: {} })).toBe(standing(entries))
        const others = showRecords('township-b', { ...nothing, records: [articles({ [unitId]: entries }, 'none')] })
        expect(hundredthsOf({ ...others, targets: {} })).toBe(0)
      }),
    )
  })

  test('is the same by the sums as by the entries, down to 「nobody has looked」', () => {
    const anyOthers = fc.constantFrom<CountyRecordDocument['others']>('none', 'unknown')
    fc.assert(
      fc.property(anyEntries, anyOthers, fc.boolean(), (entries, others, isListed) => {
        const own = isListed && Object.keys(entries).length > 0
        const whole = articles(own ? { [unitId]: entries } : {}, others)
        const { measure, source } = whole
        const counts: Record<string, number> = own ? { [unitId]: standing(entries) } : {}
        const bySums = sumRecords(unitId, { targets: {}, meetings: [], records: [{ measure, source, others, counts }] })
        const byEntries = showRecords(unitId, { ...nothing, records: [whole] })
        expect(hundredthsOf(bySums)).toBe(hundredthsOf(byEntries))
      }),
    )
  })
})
