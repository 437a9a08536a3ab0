import { findItem } from '#shared/rubric/rubric'
import { evaluate, evaluateItem } from '#shared/rules/evaluate'
import type { Rule } from '#shared/rules/rule'
import { noRecords, type UnitRecords } from '#shared/rules/unit-records'
import { annexOf } from '../support/annexes'
import { countyRecord, recordsOf } from './unit-records'

const absences: Rule = {
  kind: 'perEvent',
  event: { measure: 'absences', name: '缺席', unit: '次' },
  each: 50,
  floor: 0,
  clause: '每缺席一次扣0.5分',
}
const absent = (...entries: [string, number][]): UnitRecords => ({
  ...noRecords,
  counts: new Map([['absences', countyRecord(entries)]]),
})
const sentences = (rule: Rule, records: UnitRecords, maximum = 200) =>
  evaluate(rule, maximum, records)
    .trail()
    .map(({ sentence }) => sentence)

describe('the written deduction', () => {
  test('says figure, source and clause, and names the meetings', () => {
    const { trail } = evaluate(absences, 200, absent(['3月12日主席会议：主席', 1], ['9月3日培训：委员', 2]))
    expect(trail()).toEqual([
      { sentence: '满分 2 分', points: 200, sources: [], clause: null, entries: [] },
      {
        sentence: '缺席 3 次 × 0.5 分，扣 1.5 分，得 0.5 分；依据：县总签到记录',
        points: -150,
        sources: ['县总签到记录'],
        clause: '每缺席一次扣0.5分',
        entries: [
          { what: '3月12日主席会议：主席', count: 1 },
          { what: '9月3日培训：委员', count: 2 },
        ],
      },
    ])
  })

  test('says where it stops', () => {
    expect(sentences(absences, absent(['会议', 5]))[1]).toBe(
      '缺席 5 次 × 0.5 分，应扣 2.5 分，扣到 0 分为止，得 0 分；依据：县总签到记录',
    )
  })

  test('never lifts to the floor what starts below it', () => {
    const rate = { kind: 'measure', measure: 'rate', name: '入会率', unit: '%' } as const
    const from: Rule = {
      kind: 'tiers',
      name: '入会率',
      of: rate,
      tiers: [{ from: 95, points: 200 }],
      otherwise: 30,
      clause: '',
    }
    const figure = (rule: Rule, times: number, percent: number) =>
      evaluate(rule, 200, recordsOf({ counts: { absences: times, rate: percent } })).figure
    const floored: Rule = { ...absences, from, floor: 100 }
    // 2 分 less 3 × 0.5 would be 0.5, the floor is 1; but 0.3 分 for too low a rate stays 0.3.
    expect([figure(floored, 3, 95), figure(floored, 0, 94), figure(floored, 3, 94)]).toEqual([100, 30, 30])
  })

  test('tells nothing missed from nothing recorded', () => {
    expect(sentences(absences, absent())[1]).toBe('没有缺席，不扣分，得 2 分；依据：县总签到记录')
    expect(sentences(absences, noRecords)[1]).toBe('县总还没有缺席的记录，暂不推算')
  })
})

describe('facts beside an item', () => {
  const item = (annex: string, id: string) => {
    const found = findItem(annexOf(annex), id)
    if (!found) throw new Error(`no ${id}`)
    return found
  }
  const said = (annex: string, id: string, records: UnitRecords) =>
    evaluateItem(item(annex, id), records)
      .trail()
      .map(({ sentence }) => sentence)

  test('任务10，完成6, and never a score', () => {
    const records = recordsOf({ counts: { articles: 6, subscriptions: 12 }, targets: { subscriptions: 12 } })
    expect(said('附件1', 'a1-25', records)).toEqual([
      '信息、宣传稿件：任务10篇，完成6篇，差4篇；依据：县总签到记录',
      '报刊征订：任务12份，完成12份，达到；依据：县总签到记录',
      '由责任部室评定，0 至 6 分',
    ])
  })

  test('a rate can be recalculated, and is cut off rather than rounded up to a bound it missed', () => {
    const records = recordsOf({ counts: { members: 94_999, employees: 100_000 } })
    expect(said('附件4', 'a4-07', records)[0]).toBe(
      '职工入会率：要求95%，实际94.99%（职工100000人，会员94999人），没有达到；依据：县总签到记录',
    )
  })

  test('what is missing is said', () => {
    expect(said('附件1', 'a1-21', recordsOf({ counts: { 'new-openness-models': 2 } }))[0]).toBe(
      '新增示范单位：任务数还没有下达，完成2家；依据：县总签到记录',
    )
    expect(said('附件1', 'a1-23', noRecords)[0]).toBe('“创争”、职工书屋示范点：任务1至2家，还没有记录')
  })
})

describe('other kinds', () => {
  const share: Rule = {
    kind: 'proportional',
    name: '征订',
    of: { kind: 'measure', measure: 'papers', name: '征订', unit: '份' },
    to: { kind: 'targetFrom', measure: 'papers' },
    clause: '按比例计分',
  }

  test('a proportion rounds once, half up, and the last step says so', () => {
    // 1 of 8 copies of 2 points is 0.25; 1 of 16 is 0.125, which is 0.13.
    const of = (target: number) =>
      evaluate(share, 200, recordsOf({ counts: { papers: 1 }, targets: { papers: target } }))
    expect([of(8).figure, of(16).figure]).toEqual([25, 13])
    expect(of(8).trail()).toHaveLength(1)
    expect(of(16).trail().at(-1)).toMatchObject({ sentence: '四舍五入，得 0.13 分', points: 0.5 })
  })

  test('does not count what exceeds the target, and leaves a target of nothing open', () => {
    expect(sentences(share, recordsOf({ counts: { papers: 9 }, targets: { papers: 8 } }))[0]).toMatch(
      /超出部分不计.*得 2 分/,
    )
    expect(evaluate(share, 200, recordsOf({ counts: { papers: 9 }, targets: { papers: 0 } })).figure).toBeNull()
  })

  test.each([
    ['full', 200, { least: 200, most: 200 }],
    ['zero', 0, { least: 0, most: 0 }],
    ['rescale', null, { least: 0, most: 200 }],
  ] as const)('不涉及 counts %s', (counts, figure, bound) => {
    const firms = { kind: 'measure', measure: 'firms', name: '规模以上企业', unit: '家' } as const
    const rule: Rule = {
      kind: 'notApplicable',
      when: { name: '规模以上企业', of: firms, to: 0, must: 'be-at-most', clause: '规模以上企业' },
      counts,
      otherwise: { kind: 'discretion' },
    }
    const none = evaluate(rule, 200, recordsOf({ counts: { firms: 0 } }))
    expect([none.figure, none.bound, none.marks]).toEqual([figure, bound, [{ kind: 'not-applicable', counts }]])
    expect(evaluate(rule, 200, recordsOf({ counts: { firms: 1 } })).marks).toEqual([])
  })

  test('the average of subordinates, and grades by it', () => {
    const rule: Rule = {
      kind: 'bands',
      of: { kind: 'derive', from: { how: 'average', of: 'branches', name: '基层工会' }, clause: '取平均分' },
      by: 'points',
      grades: [
        { name: '优秀', bound: 9_000 },
        { name: '良好', bound: 8_000 },
      ],
      otherwise: '合格',
      clause: '90分以上为优秀',
    }
    const graded = (...branches: number[]) => evaluate(rule, 10_000, recordsOf({ subordinates: { branches } }))
    // (89.99 + 90.00) / 2 = 89.995 is 90.00 on the form, so it is 优秀.
    expect([graded(8_999, 9_000).figure, graded(8_999, 9_000).marks]).toEqual([
      9_000,
      [{ kind: 'grade', name: '优秀' }],
    ])
    expect(graded(8_999).marks).toEqual([{ kind: 'grade', name: '良好' }])
    expect(graded(7_999).marks).toEqual([{ kind: 'grade', name: '合格' }])
    expect(graded().marks).toEqual([])
  })
})
