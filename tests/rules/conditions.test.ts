import { evaluate } from '#shared/rules/evaluate'
import type { Fact, Rule } from '#shared/rules/rule'
import { recordsOf, type Told } from './unit-records'

const evaluated = (rule: Rule, told: Told, maximum = 200) => evaluate(rule, maximum, recordsOf(told))
const steps = (rule: Rule, told: Told, maximum = 200) =>
  evaluated(rule, told, maximum)
    .trail()
    .map(({ sentence, points }) => [sentence.replaceAll('；依据：县总签到记录', ''), points])
const bound = (rule: Rule, told: Told, maximum = 200) => {
  const { least, most } = evaluated(rule, told, maximum).bound
  return [least, most]
}

const absence = { measure: 'absences', name: '缺席', unit: '次' }
const perAbsence: Rule = { kind: 'perEvent', event: absence, each: 50, floor: 0, clause: '每缺席一次扣0.5分' }
const firms = { kind: 'measure', measure: 'firms', name: '规模以上企业', unit: '家' } as const
const noFirms: Fact = { name: '规模以上企业', of: firms, to: 0, must: 'be-at-most', clause: '辖区无规模以上企业' }

describe('notApplicable', () => {
  const rule = (counts: 'full' | 'rescale' | 'zero'): Rule => ({
    kind: 'notApplicable',
    when: noFirms,
    counts,
    otherwise: perAbsence,
  })

  test.each([
    ['full', '不涉及，按满分计 2 分；规模以上企业：任务不超过0家，完成0家，达到', 200],
    ['zero', '不涉及，不计分；规模以上企业：任务不超过0家，完成0家，达到', 0],
    ['rescale', '不涉及，按其他各项的得分率折算；规模以上企业：任务不超过0家，完成0家，达到', 0],
  ] as const)('%s is said with what it rests on', (counts, sentence, points) => {
    expect(steps(rule(counts), { counts: { firms: 0, absences: 1 } })).toEqual([[sentence, points]])
  })

  test('with one firm, the rest is as always', () => {
    expect(steps(rule('full'), { counts: { firms: 1, absences: 1 } })).toEqual([
      ['满分 2 分', 200],
      ['缺席 1 次 × 0.5 分，扣 0.5 分，得 1.5 分', -50],
    ])
  })

  test.each([
    ['full', [150, 200], 0],
    ['zero', [0, 150], -150],
    ['rescale', [0, 200], -150],
  ] as const)('while it is not known, %s and what would be otherwise are both possible', (counts, both, points) => {
    const told = { counts: { absences: 1 } }
    expect(bound(rule(counts), told)).toEqual(both)
    expect(steps(rule(counts), told).at(-1)).toEqual(['还不知道是否涉及：规模以上企业', points])
    expect(evaluated(rule(counts), told).marks).toEqual([])
  })
})

describe('gate', () => {
  const gate = (most: number): Rule => ({
    kind: 'gate',
    requires: {
      name: '工作计划',
      of: { kind: 'measure', measure: 'plans', name: '计划', unit: '份' },
      to: 1,
      clause: '',
    },
    most,
    rule: perAbsence,
  })

  test('what is required is there: nothing is said of it', () => {
    expect(bound(gate(100), { counts: { plans: 1, absences: 0 } })).toEqual([200, 200])
    expect(steps(gate(100), { counts: { plans: 1, absences: 0 } })).toHaveLength(2)
  })

  test('it is not: no more than the cap, and no more taken than there is', () => {
    expect(bound(gate(100), { counts: { plans: 0, absences: 0 } })).toEqual([100, 100])
    expect(steps(gate(100), { counts: { plans: 0, absences: 0 } }).at(-1)).toEqual([
      '工作计划：任务1份，完成0份，差1份；最多得 1 分',
      -100,
    ])
    expect(steps(gate(100), { counts: { plans: 0, absences: 3 } }).at(-1)?.[1]).toBe(0)
    expect(bound(gate(100), { counts: { plans: 0 } })).toEqual([0, 100])
  })

  test('nobody knows: both are possible', () => {
    expect(bound(gate(100), { counts: { absences: 0 } })).toEqual([100, 200])
    expect(steps(gate(100), { counts: { absences: 0 } }).at(-1)).toEqual([
      '工作计划：任务1份，还没有记录；达不到的话最多得 1 分',
      -100,
    ])
  })
})

describe('exclusion', () => {
  const rule: Rule = {
    kind: 'exclusion',
    anyOf: [
      {
        name: '发生安全事故',
        of: { kind: 'measure', measure: 'accidents', name: '事故', unit: '起' },
        to: 1,
        clause: '事故',
      },
      { name: '任务为零', of: { kind: 'targetFrom', measure: 'papers' }, to: 0, must: 'be-at-most', clause: '任务' },
    ],
    consequence: '取消评优',
    rule: perAbsence,
  }

  test('names what is recorded and what follows, and leaves the score alone', () => {
    const told = { counts: { accidents: 1, absences: 0 }, targets: { papers: 0 } }
    const { figure, marks, trail } = evaluated(rule, told)
    expect(figure).toBe(200)
    expect(marks).toEqual([
      { kind: 'excluded', consequence: '取消评优', clause: '事故' },
      { kind: 'excluded', consequence: '取消评优', clause: '任务' },
    ])
    expect(trail().slice(-2)).toEqual([
      {
        sentence: '发生安全事故，取消评优；依据：县总签到记录',
        points: 0,
        clause: '事故',
        sources: ['县总签到记录'],
        entries: [{ what: '', count: 1 }],
      },
      { sentence: '任务为零，取消评优', points: 0, clause: '任务', sources: [], entries: [] },
    ])
  })

  test('says nothing where nothing is recorded', () => {
    const told = { counts: { accidents: 0, absences: 0 } }
    expect(evaluated(rule, told).marks).toEqual([])
    expect(steps(rule, told)).toHaveLength(2)
  })
})

describe('marks of an inner rule stay', () => {
  const inner: Rule = { kind: 'notApplicable', when: noFirms, counts: 'full', otherwise: perAbsence }
  const mark = { kind: 'not-applicable', counts: 'full' }
  const never: Fact = { ...noFirms, to: 9, must: 'be-above' }
  const bands: Rule = {
    kind: 'bands',
    of: inner,
    by: 'points',
    grades: [{ name: '好', bound: 100 }],
    otherwise: '差',
    clause: '',
  }

  test.each<[string, Rule, unknown[]]>([
    ['perEvent', { ...perAbsence, from: inner }, [mark]],
    ['sumOf', { kind: 'sumOf', parts: [{ name: '甲', points: 200, rule: inner }] }, [mark]],
    ['bonus', { kind: 'bonus', base: inner, extra: inner, most: 100, clause: '' }, [mark, mark]],
    ['gate', { kind: 'gate', requires: never, most: 0, rule: inner }, [mark]],
    [
      'exclusion',
      { kind: 'exclusion', anyOf: [noFirms], consequence: '取消', rule: inner },
      [mark, { kind: 'excluded', consequence: '取消', clause: '辖区无规模以上企业' }],
    ],
    [
      'derive',
      {
        kind: 'derive',
        from: { how: 'weighted', sources: [{ name: '甲', weight: 100, of: { rule: inner } }] },
        clause: '',
      },
      [mark],
    ],
    ['bands', bands, [mark, { kind: 'grade', name: '好' }]],
    ['notApplicable', { kind: 'notApplicable', when: never, counts: 'zero', otherwise: inner }, [mark]],
  ])('%s', (_, rule, marks) => {
    expect(evaluated(rule, { counts: { firms: 0, absences: 0 } }).marks).toEqual(marks)
  })
})
