import type { KeptRecord } from '#shared/contract/record-contract'
import { parseBegun, readEntry, writtenOf } from '../../../miniprogram/records/entry-form-fields'
import { itemsByAnnex, linesOf, recordedInWords, unitsNamed } from '../../../miniprogram/records/record-words'
import { readDay, yearOf } from '../../../miniprogram/records/typed-values'

const item = (annex: string, number: number) => ({
  annex,
  audience: 'township' as const,
  itemId: `a-${number}`,
  number,
  shortName: '信息宣传',
})
const articles: KeptRecord = {
  measure: 'articles',
  name: '信息、宣传稿件',
  unit: '篇',
  departments: ['publicity'],
  items: [item('附件1', 7), item('附件1', 25), item('附件3', 5)],
  units: 12,
  total: 86,
  others: 'unknown',
}

test.each([
  ['3月12日', '2026-03-12'],
  ['3.12', '2026-03-12'],
  ['３－１２', '2026-03-12'],
  ['2025-12-31', '2025-12-31'],
  ['2025年12月31日', '2025-12-31'],
  ['20260312', '2026-03-12'],
  [' ', ''],
  ['2月30日', null],
  ['13月1日', null],
  ['上个月', null],
])('the day %s', (text, day) => expect(readDay(text, yearOf('2026-drill'))).toBe(day))

describe('an entry that is written', () => {
  const written = { what: ' 送清凉 ', date: '6月18日', level: '市级', count: '1', reason: '' }

  test('says what the county keeps', () =>
    expect(readEntry(written, 2026)).toEqual({
      value: { what: '送清凉', date: '2026-06-18', level: '市级', count: 1 },
    }))

  test('names every field that says nothing', () =>
    expect(readEntry({ ...written, date: '六月', count: '' }, 2026)).toEqual({
      faults: { date: '不是日期，如：3月12日', count: '请写数量' },
    }))

  test('begins from what stands, and from what was begun', () => {
    const standing = { what: '送清凉', date: '2026-06-18', level: '', count: 2.5 }
    expect(readEntry(writtenOf(standing), 2026)).toEqual({ value: standing })
    expect(parseBegun(JSON.stringify({ what: '送' }))).toEqual({
      what: '送',
      date: '',
      level: '',
      count: '1',
      reason: '',
    })
    expect(parseBegun('')).toBeNull()
  })
})

test('a record in the list', () => {
  expect(recordedInWords(articles)).toBe('已记 12个单位　共86篇')
  expect(recordedInWords({ ...articles, units: 0, total: 0 })).toBe('还没有记')
  expect(recordedInWords({ ...articles, units: 0, total: 0, others: 'none' })).toBe('都按0计')
  expect(itemsByAnnex(articles)).toEqual(['附件1第7、25项', '附件3第5项'])
})

test('what stood there before is told under the entry', () => {
  const entry = {
    entryId: 'first',
    revision: 2,
    what: '送清凉',
    date: '2026-06-18',
    level: '市级',
    count: 1,
    removed: false,
    was: [
      {
        value: { what: '送清凉', date: '2026-06-18', level: '县级', count: 1 },
        reason: '市报也登了',
        at: Date.UTC(2026, 6, 1),
      },
    ],
  }
  expect(linesOf(articles, [entry])).toMatchObject([
    {
      title: '送清凉',
      note: '市级',
      counts: '1篇',
      corrections: [{ before: '县级', words: '7月1日更正：市报也登了' }],
    },
  ])
})

test('units keep their number in the county’s order when one is looked for', () =>
  expect(unitsNamed([{ name: '马店镇' }, { name: '西山乡' }], ' 西山')).toEqual([
    { number: 2, unit: { name: '西山乡' } },
  ]))
