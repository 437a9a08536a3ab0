import { printNumber } from '#shared/rules/amount'
import { evaluateItem } from '#shared/rules/evaluate'
import type { Amount, Fact } from '#shared/rules/rule'
import { countable, countOf, noRecords } from '#shared/rules/unit-records'
import { countyRecord, recordsOf, type Told } from './unit-records'

const articles = { kind: 'measure', measure: 'articles', name: '稿件', unit: '篇' } as const
const fact = (change: Partial<Fact> = {}): Fact => ({
  name: '稿件',
  of: articles,
  to: 10,
  clause: '稿件10篇',
  ...change,
})

/** The verdict on a fact and its sentence, without the source. */
function judged(given: Fact, told: Told): string[] {
  const { facts, trail } = evaluateItem({ points: 500, facts: [given] }, recordsOf(told))
  const [sentence = ''] = trail().map(step => step.sentence.replace('；依据：县总签到记录', ''))
  return [facts[0]?.verdict ?? '', sentence]
}
const wrote = (count: number): Told => ({ counts: { articles: count } })

describe('a fact', () => {
  test.each<[Partial<Fact>, number, string, string]>([
    [{}, 10, 'met', '稿件：任务10篇，完成10篇，达到'],
    [{}, 9, 'unmet', '稿件：任务10篇，完成9篇，差1篇'],
    [{ must: 'be-above' }, 11, 'met', '稿件：任务超过10篇，完成11篇，达到'],
    [{ must: 'be-above' }, 10, 'unmet', '稿件：任务超过10篇，完成10篇，没有达到'],
    [{ must: 'be-at-most' }, 10, 'met', '稿件：任务不超过10篇，完成10篇，达到'],
    [{ must: 'be-at-most' }, 12, 'unmet', '稿件：任务不超过10篇，完成12篇，超过2篇'],
    [{ to: 1, upTo: 2 }, 3, 'met', '稿件：任务1至2篇，完成3篇，达到'],
    [{ to: 2, upTo: 2 }, 1, 'unmet', '稿件：任务2篇，完成1篇，差1篇'],
    [{ to: undefined }, 3, 'not-judged', '稿件：完成3篇'],
  ])('%j with %d', (change, count, verdict, sentence) => {
    expect(judged(fact(change), wrote(count))).toEqual([verdict, sentence])
  })

  test('what is not known is said', () => {
    expect(judged(fact(), {})).toEqual(['unknown', '稿件：任务10篇，还没有记录'])
    expect(judged(fact({ to: undefined }), {})).toEqual(['not-judged', '稿件：还没有记录'])
    const own = fact({ to: { kind: 'targetFrom', measure: 'articles' } })
    expect(judged(own, wrote(3))).toEqual(['unknown', '稿件：任务数还没有下达，完成3篇'])
    expect(judged(own, { ...wrote(3), targets: { articles: 3 } })).toEqual(['met', '稿件：任务3篇，完成3篇，达到'])
  })

  test('a rate says what it is made of, and no gap', () => {
    const counted = (measure: string, name: string) => ({ measure, name, unit: '人' })
    const rate: Amount = { kind: 'rate', part: counted('members', '会员'), whole: counted('employees', '职工') }
    const given = fact({ name: '入会率', of: rate, to: 95 })
    const of = (members: number, employees: number): Told => ({ counts: { members, employees } })
    expect(judged(given, of(19, 20))).toEqual(['met', '入会率：要求95%，实际95%（职工20人，会员19人），达到'])
    expect(judged(given, of(18, 20))).toEqual(['unmet', '入会率：要求95%，实际90%（职工20人，会员18人），没有达到'])
    expect(judged(given, of(0, 0))).toEqual(['unknown', '入会率：要求95%，还没有记录'])
    expect(judged(given, { counts: { employees: 20 } })).toEqual(['unknown', '入会率：要求95%，还没有记录'])
    expect(judged({ ...given, must: 'be-at-most' }, of(20, 20))).toEqual([
      'unmet',
      '入会率：要求不超过95%，实际100%（职工20人，会员20人），超过5%',
    ])
  })

  test('a quota by kind of unit, where the unit is of one', () => {
    const quota = fact({ to: { kind: 'byGroup', values: { 农场: 5, 局直: 1 } } })
    expect(judged(quota, { ...wrote(4), group: '农场' })).toEqual(['unmet', '稿件：任务5篇，完成4篇，差1篇'])
    expect(judged(quota, { ...wrote(1), group: '局直' })[0]).toBe('met')
    for (const group of ['社区', 'toString', undefined])
      expect(judged(quota, { ...wrote(9), group })).toEqual(['unknown', '稿件：任务数还没有下达，完成9篇'])
  })

  test('a target or a quota that is counted itself has no unit', () => {
    expect(judged(fact({ of: { kind: 'targetFrom', measure: 'articles' } }), { targets: { articles: 10 } })).toEqual([
      'met',
      '稿件：任务10，完成10，达到',
    ])
    expect(judged(fact({ of: 7 }), {})).toEqual(['unmet', '稿件：任务10，完成7，差3'])
  })
})

describe('what counts', () => {
  test('all entries together, none as nothing, no record as not known', () => {
    const records = {
      ...noRecords,
      counts: new Map([
        [
          'a',
          countyRecord([
            ['3月', 2],
            ['4月', 3],
          ]),
        ],
      ]),
    }
    expect(countOf(records, 'a')).toBe(5)
    expect(countOf({ ...noRecords, counts: new Map([['a', countyRecord([])]]) }, 'a')).toBe(0)
    expect(countOf(records, 'b')).toBeNull()
  })

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('an entry of %d spoils its record', count => {
    expect(countOf(recordsOf({ counts: { a: count } }), 'a')).toBeNull()
  })

  test('one bad entry is not made good by others', () => {
    const records = {
      ...noRecords,
      counts: new Map([
        [
          'a',
          countyRecord([
            ['3月', -1],
            ['4月', 3],
          ]),
        ],
      ]),
    }
    expect(countOf(records, 'a')).toBeNull()
  })

  test('from nothing to below ten million', () => {
    expect([0, 9_999_999.99, 10_000_000, -1, Number.NaN, undefined].map(countable)).toEqual([
      0,
      9_999_999.99,
      null,
      null,
      null,
      null,
    ])
  })
})

test('numbers are cut off after two places', () => {
  expect([94.999, 95, 0.125, 0.29, 1.005, 100 / 3].map(printNumber)).toEqual([
    '94.99',
    '95',
    '0.12',
    '0.29',
    '1',
    '33.33',
  ])
})
