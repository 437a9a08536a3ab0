import { evaluate } from '#shared/rules/evaluate'
import type { Rule } from '#shared/rules/rule'
import { recordsOf, type Told } from './unit-records'

const evaluated = (rule: Rule, told: Told, maximum = 10_000) => evaluate(rule, maximum, recordsOf(told))
const steps = (rule: Rule, told: Told, maximum = 10_000) =>
  evaluated(rule, told, maximum)
    .trail()
    .map(({ sentence, points, clause }) => [sentence.replace('；依据：县总签到记录', ''), points, clause])
const bound = (rule: Rule, told: Told, maximum = 10_000) => {
  const { least, most } = evaluated(rule, told, maximum).bound
  return [least, most]
}

describe('weighted', () => {
  const source = (name: string, weight: number, score: string) => ({ name, weight, of: { score } })
  const both: Rule = {
    kind: 'derive',
    from: { how: 'weighted', sources: [source('自评', 30, 'self'), source('复评', 70, 'second')] },
    clause: '自评与复评结合',
  }

  test('says each share', () => {
    expect(steps(both, { scores: { self: 9_000, second: 8_000 } })).toEqual([
      ['自评 90 分 × 30%，计 27 分', 2_700, '自评与复评结合'],
      ['复评 80 分 × 70%，计 56 分', 5_600, '自评与复评结合'],
    ])
  })

  test('leaves the share open that is not there, or is no number', () => {
    expect(bound(both, { scores: { self: 9_000 } })).toEqual([2_700, 9_700])
    expect(bound(both, { scores: { self: 9_000, second: Number.NaN } })).toEqual([2_700, 9_700])
    expect(steps(both, { scores: { self: 9_000 } })[1]).toEqual([
      '复评 0 至 100 分 × 70%，计 0 至 70 分',
      0,
      '自评与复评结合',
    ])
  })

  test('takes no score above the maximum or below nothing', () => {
    expect(bound(both, { scores: { self: 12_000, second: -100 } })).toEqual([3_000, 3_000])
  })

  test('a rule as a source says its own sentences first, which add nothing', () => {
    const absence = { measure: 'absences', name: '缺席', unit: '次' }
    const inner: Rule = { kind: 'perEvent', event: absence, each: 1_000, floor: 0, clause: '每次扣10分' }
    const rule: Rule = {
      kind: 'derive',
      from: {
        how: 'weighted',
        sources: [{ name: '到会', weight: 50, of: { rule: inner } }, source('自评', 50, 'self')],
      },
      clause: '各占一半',
    }
    expect(steps(rule, { counts: { absences: 1 }, scores: { self: 10_000 } })).toEqual([
      ['到会：满分 100 分', 0, null],
      ['到会：缺席 1 次 × 10 分，扣 10 分，得 90 分', 0, '每次扣10分'],
      ['到会 90 分 × 50%，计 45 分', 4_500, '各占一半'],
      ['自评 100 分 × 50%，计 50 分', 5_000, '各占一半'],
    ])
  })
})

describe('the average of subordinates', () => {
  const rule: Rule = { kind: 'derive', from: { how: 'average', of: 'branches', name: '基层工会' }, clause: '取平均分' }
  const of = (...branches: number[]): Told => ({ subordinates: { branches } })

  test('says how many, their sum and their average', () => {
    expect(steps(rule, of(9_000, 8_000))).toEqual([['基层工会 2 个，合计 170 分，平均 85 分', 8_500, '取平均分']])
    expect(bound(rule, of(0))).toEqual([0, 0])
  })

  test('takes each only as far as it can be had', () => {
    expect(bound(rule, of(12_000, -500))).toEqual([5_000, 5_000])
  })

  test('is open while there is none, or one is no number', () => {
    for (const told of [of(), {}, of(9_000, Number.NaN)]) {
      expect(bound(rule, told)).toEqual([0, 10_000])
      expect(steps(rule, told)).toEqual([['基层工会还没有得分，暂不推算', 0, '取平均分']])
    }
  })
})

describe('bands', () => {
  const total = (weight = 100): Rule => ({
    kind: 'derive',
    from: { how: 'weighted', sources: [{ name: '总分', weight, of: { score: 'total' } }] },
    clause: '总分',
  })
  const grades = [
    { name: '优秀', bound: 9_000 },
    { name: '良好', bound: 8_000 },
  ]
  const byPoints: Rule = {
    kind: 'bands',
    of: total(),
    by: 'points',
    grades,
    otherwise: '合格',
    clause: '90分以上为优秀',
  }
  const byPlace: Rule = {
    kind: 'bands',
    of: total(),
    by: 'place',
    grades: [{ name: '综合表彰', bound: 3 }],
    otherwise: '不表彰',
    clause: '前三名',
  }

  test.each([
    [9_000, '优秀'],
    [8_999, '良好'],
    [8_000, '良好'],
    [7_999, '合格'],
  ])('%d hundredths are %s', (points, name) => {
    const { marks, trail } = evaluated(byPoints, { scores: { total: points } })
    expect(marks).toEqual([{ kind: 'grade', name }])
    expect(trail().at(-1)).toEqual({
      sentence: `按得分，为${name}`,
      points: 0,
      sources: [],
      clause: '90分以上为优秀',
      entries: [],
    })
  })

  test('a score that is still open has no grade', () => {
    expect(evaluated(byPoints, {}).marks).toEqual([])
    expect(steps(byPoints, {})).toHaveLength(1)
  })

  test.each([
    [3, '综合表彰'],
    [4, '不表彰'],
  ])('place %d is %s, whatever the points', (place, name) => {
    expect(evaluated(byPlace, { place }).marks).toEqual([{ kind: 'grade', name }])
    expect(steps(byPlace, { place }).at(-1)).toEqual([`第 ${place} 名，为${name}`, 0, '前三名'])
  })

  test('without places there is no grade', () => {
    expect(evaluated(byPlace, { scores: { total: 9_900 } }).marks).toEqual([])
  })
})
