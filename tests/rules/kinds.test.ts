import { evaluate } from '#shared/rules/evaluate'
import type { Rule } from '#shared/rules/rule'
import { noRecords } from '#shared/rules/unit-records'
import { countyRecord, recordsOf, type Told } from './unit-records'

const evaluated = (rule: Rule, told: Told, maximum = 500) => evaluate(rule, maximum, recordsOf(told))
const steps = (rule: Rule, told: Told, maximum = 500) =>
  evaluated(rule, told, maximum)
    .trail()
    .map(({ sentence, points }) => [sentence.replace('；依据：县总签到记录', ''), points])
const bound = (rule: Rule, told: Told, maximum = 500) => {
  const { least, most } = evaluated(rule, told, maximum).bound
  return [least, most]
}

const discretion: Rule = { kind: 'discretion' }
const absence = { measure: 'absences', name: '缺席', unit: '次' }
const perAbsence: Rule = { kind: 'perEvent', event: absence, each: 50, floor: 100, clause: '每缺席一次扣0.5分' }
const absent = (absences: number): Told => ({ counts: { absences } })

describe('perEvent', () => {
  test('takes what is due, just down to the floor, and not below it', () => {
    expect(steps(perAbsence, absent(2), 200)).toEqual([
      ['满分 2 分', 200],
      ['缺席 2 次 × 0.5 分，扣 1 分，得 1 分', -100],
    ])
    expect(steps(perAbsence, absent(4), 200)[1]).toEqual([
      '缺席 4 次 × 0.5 分，应扣 2 分，扣到 1 分为止，得 1 分',
      -100,
    ])
  })

  test('leaves open between floor and start what nobody recorded', () => {
    expect(bound(perAbsence, {}, 200)).toEqual([100, 200])
    expect(steps(perAbsence, {}, 200)[1]).toEqual(['县总还没有缺席的记录，暂不推算', -100])
  })

  test('takes from what a person still decides', () => {
    const from: Rule = { ...perAbsence, from: discretion, floor: 0 }
    expect(bound(from, absent(1), 200)).toEqual([0, 150])
    expect(steps(from, absent(1), 200)).toEqual([
      ['由责任部室评定，0 至 2 分', 0],
      ['缺席 1 次 × 0.5 分，扣 0.5 分，得 0 至 1.5 分', 0],
    ])
    expect(steps(from, absent(0), 200)[1]).toEqual(['没有缺席，不扣分，得 0 至 2 分', 0])
  })

  test('says that it stops where the start is below the floor', () => {
    const few: Rule = { kind: 'tiers', name: '率', of: 1, tiers: [{ from: 9, points: 500 }], otherwise: 30, clause: '' }
    expect(steps({ ...perAbsence, from: few }, absent(1), 500)[1]).toEqual([
      '缺席 1 次 × 0.5 分，应扣 0.5 分，扣到 0.3 分为止，得 0.3 分',
      0,
    ])
    expect(bound({ ...perAbsence, from: few }, {}, 500)).toEqual([30, 30])
  })

  test('counts what the county counts alike, each source named once', () => {
    const leave = { measure: 'leaves', name: '请假', unit: '次' }
    const proxy = { measure: 'proxies', name: '代会', unit: '人' }
    const records = {
      ...noRecords,
      counts: new Map([
        ['absences', countyRecord([['3月会', 1]])],
        ['leaves', countyRecord([['4月会', 2]])],
        ['proxies', countyRecord([['5月会', 1]], '组织部记录')],
      ]),
    }
    const { trail } = evaluate({ ...perAbsence, floor: 0, also: [leave, proxy] }, 200, records)
    expect(trail()[1]).toEqual({
      sentence: '缺席 1 次、请假 2 次、代会 1 人 × 0.5 分，扣 2 分，得 0 分；依据：县总签到记录、组织部记录',
      points: -200,
      sources: ['县总签到记录', '组织部记录'],
      clause: '每缺席一次扣0.5分',
      entries: [
        { what: '3月会', count: 1 },
        { what: '4月会', count: 2 },
        { what: '5月会', count: 1 },
      ],
    })
  })
})

describe('tiers', () => {
  const counted = (name: string) => ({ measure: name, name, unit: '家' })
  const rate: Rule = {
    kind: 'tiers',
    name: '登记率',
    of: { kind: 'rate', part: counted('已登记'), whole: counted('应登记') },
    tiers: [
      { from: 80, open: true, points: 200 },
      { from: 70, points: 100 },
    ],
    otherwise: 30,
    clause: '',
  }
  const registered = (count: number): Told => ({ counts: { 已登记: count, 应登记: 10 } })

  test('超过 leaves out the number itself, 以上 includes it', () => {
    expect(steps(rate, registered(8))).toEqual([['登记率 80%（应登记10家，已登记8家），得 1 分', 100]])
    expect(bound(rate, registered(8.1))).toEqual([200, 200])
    expect(bound(rate, registered(7))).toEqual([100, 100])
    expect(bound(rate, registered(6.9))).toEqual([30, 30])
  })

  test('anything that a tier may yield is possible while nothing is recorded', () => {
    expect(bound(rate, {})).toEqual([30, 200])
    expect(steps(rate, {})).toEqual([['登记率还没有记录，暂不推算', 30]])
  })
})

describe('proportional', () => {
  const papers: Rule = {
    kind: 'proportional',
    name: '征订',
    of: { kind: 'measure', measure: 'papers', name: '征订', unit: '份' },
    to: { kind: 'targetFrom', measure: 'papers' },
    clause: '',
  }
  const of = (done: number, target: number): Told => ({ counts: { papers: done }, targets: { papers: target } })

  test('says task, done and share; what exceeds the target is said only where it does', () => {
    expect(steps(papers, of(4, 8), 200)).toEqual([['征订任务 8份，完成 4份，按 2 分的比例得 1 分', 100]])
    expect(steps(papers, of(8, 8), 200)).toEqual([['征订任务 8份，完成 8份，按 2 分的比例得 2 分', 200]])
    expect(steps(papers, of(9, 8), 200)).toEqual([['征订任务 8份，完成 9份，超出部分不计，按 2 分的比例得 2 分', 200]])
  })

  test('is open without target or record', () => {
    for (const [told, sentence] of [
      [of(4, 0), '征订的任务数还没有下达，暂不推算'],
      [{ counts: { papers: 4 } }, '征订的任务数还没有下达，暂不推算'],
      [{ targets: { papers: 8 } }, '征订还没有记录，暂不推算'],
    ] as const) {
      expect(bound(papers, told, 200)).toEqual([0, 200])
      expect(steps(papers, told, 200)).toEqual([[sentence, 0]])
    }
  })
})

describe('perPiece', () => {
  const piece = (name: string, points: number) => ({ measure: name, name, unit: '条', points })
  const rule: Rule = { kind: 'perPiece', levels: [piece('录用', 100), piece('简讯', 50)], clause: '' }

  test('says each level, and the cap only where it is exceeded', () => {
    expect(steps(rule, { counts: { 录用: 4, 简讯: 2 } })).toEqual([
      ['录用 4 条 × 1 分，得 4 分', 400],
      ['简讯 2 条 × 0.5 分，得 1 分', 100],
    ])
    expect(steps(rule, { counts: { 录用: 5, 简讯: 1 } }).at(-1)).toEqual(['合计不超过 5 分', -50])
  })

  test('a level that nobody recorded leaves the rest open', () => {
    expect(bound(rule, { counts: { 录用: 2 } })).toEqual([200, 500])
    expect(steps(rule, { counts: { 录用: 2 } })[1]).toEqual(['县总还没有简讯的记录', 0])
  })
})

test('sumOf names the part of every sentence', () => {
  const part = (name: string, points: number, rule: Rule) => ({ name, points, rule })
  const rule: Rule = { kind: 'sumOf', parts: [part('到会', 200, perAbsence), part('其余', 300, discretion)] }
  expect(bound(rule, absent(1))).toEqual([150, 450])
  expect(steps(rule, absent(1))).toEqual([
    ['到会：满分 2 分', 200],
    ['到会：缺席 1 次 × 0.5 分，扣 0.5 分，得 1.5 分', -50],
    ['其余：由责任部室评定，0 至 3 分', 0],
  ])
})

describe('bonus', () => {
  const extras: Rule = {
    kind: 'perPiece',
    levels: [{ measure: 'honours', name: '荣誉', unit: '项', points: 60 }],
    clause: '',
  }
  const bonus = (base: Rule, extra: Rule): Rule => ({ kind: 'bonus', base, extra, most: 100, clause: '加分1分' })
  const full: Rule = { ...perAbsence, floor: 0 }

  test('comes on top of the maximum, up to its cap', () => {
    expect(bound(bonus(full, extras), { counts: { absences: 0, honours: 1 } })).toEqual([560, 560])
    expect(steps(bonus(full, extras), { counts: { absences: 0, honours: 2 } })).toEqual([
      ['满分 5 分', 500],
      ['没有缺席，不扣分，得 5 分', 0],
      ['加分：荣誉 2 项 × 0.6 分，得 1.2 分', 120],
      ['加分：合计不超过 1 分', -20],
    ])
    expect(bound(bonus(full, discretion), absent(0))).toEqual([500, 600])
  })

  test('a bonus on a bonus does not lift the cap of the outer one', () => {
    const nested = bonus(full, bonus(extras, extras))
    const told = { counts: { absences: 0, honours: 1 } }
    expect(bound(nested, told)).toEqual([600, 600])
    expect(steps(nested, told).at(-1)).toEqual(['加分最多 1 分', -20])
  })

  test('in a part, exceeds neither the part nor the sum', () => {
    const rule: Rule = { kind: 'sumOf', parts: [{ name: '甲', points: 500, rule: bonus(full, extras) }] }
    expect(bound(rule, { counts: { absences: 0, honours: 1 } })).toEqual([500, 500])
    expect(steps(rule, { counts: { absences: 0, honours: 1 } }).at(-1)).toEqual(['各部分合计不超过 5 分', -60])
    expect(bound(rule, absent(0))).toEqual([500, 500])
    expect(steps(rule, { counts: { absences: 0, honours: 0 } }).map(([sentence]) => sentence)).not.toContain(
      '各部分合计不超过 5 分',
    )
  })
})
