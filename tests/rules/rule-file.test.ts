import { parseRule } from '#shared/rules/parse-rule'

const clause = '每缺席一次扣0.5分'
const place = { place: '附件1第5项', wording: clause, maximum: 500 }
const answer = (file: unknown) => parseRule(file, place)
const messages = (file: unknown) => {
  const parsed = answer(file)
  return 'problems' in parsed ? parsed.problems.map(({ message }) => message) : []
}
const paths = (file: unknown) => {
  const parsed = answer(file)
  return 'problems' in parsed ? parsed.problems.map(({ path }) => path) : []
}

const counted = { measure: 'absences', name: '缺席', unit: '次' }
const of = { kind: 'measure', ...counted }
const fact = { name: '到会', of, to: 1, clause }
const discretion = { kind: 'discretion' }
const perEvent = { kind: 'perEvent', event: counted, each: 0.5, floor: 0, clause }
const tiers = { kind: 'tiers', name: '率', of, tiers: [{ from: 95, points: 2 }], otherwise: 0, clause }
const proportional = { kind: 'proportional', name: '征订', of, to: { kind: 'targetFrom', measure: 'papers' }, clause }
const sumOf = { kind: 'sumOf', parts: [{ name: '甲', points: 5, rule: discretion }] }
const perPiece = { kind: 'perPiece', levels: [{ ...counted, points: 0.5 }], clause }
const notApplicable = { kind: 'notApplicable', when: fact, counts: 'full', otherwise: discretion }
const bonus = { kind: 'bonus', base: discretion, extra: discretion, most: 1, clause }
const gate = { kind: 'gate', requires: fact, most: 0, rule: discretion }
const exclusion = { kind: 'exclusion', anyOf: [fact], consequence: '取消评优', rule: discretion }
const weighted = (source: object) => ({ kind: 'derive', from: { how: 'weighted', sources: [source] }, clause })
const source = { name: '自评', weight: 100, of: { score: 'self' } }
const average = { kind: 'derive', from: { how: 'average', of: 'branches', name: '基层工会' }, clause }
const byPoints = {
  kind: 'bands',
  of: discretion,
  by: 'points',
  grades: [{ name: '优', bound: 4.5 }],
  otherwise: '差',
  clause,
}
const byPlace = { ...byPoints, by: 'place', grades: [{ name: '优', bound: 3 }] }

describe('a rule in a file', () => {
  test.each<[string, object, object]>([
    ['discretion', discretion, discretion],
    ['perEvent', { ...perEvent, also: [], from: discretion }, { ...perEvent, each: 50, also: [], from: discretion }],
    ['tiers', tiers, { ...tiers, tiers: [{ from: 95, points: 200 }] }],
    [
      'open tiers',
      { ...tiers, tiers: [{ from: 95, open: true, points: 0 }] },
      { ...tiers, tiers: [{ from: 95, open: true, points: 0 }] },
    ],
    ['proportional', proportional, proportional],
    ['sumOf', sumOf, { kind: 'sumOf', parts: [{ name: '甲', points: 500, rule: discretion }] }],
    ['perPiece', perPiece, { ...perPiece, levels: [{ ...counted, points: 50 }] }],
    ['notApplicable', notApplicable, notApplicable],
    ['bonus', bonus, { ...bonus, most: 100 }],
    ['gate', { ...gate, most: 0.5 }, { ...gate, most: 50 }],
    ['exclusion', exclusion, exclusion],
    ['weighted scores', weighted(source), weighted(source)],
    [
      'weighted rules',
      weighted({ ...source, of: { rule: perEvent } }),
      weighted({ ...source, of: { rule: { ...perEvent, each: 50 } } }),
    ],
    ['average', average, average],
    ['bands by points', byPoints, { ...byPoints, grades: [{ name: '优', bound: 450 }] }],
    ['bands by place', byPlace, byPlace],
    [
      'a rate',
      { ...tiers, of: { kind: 'rate', part: counted, whole: counted } },
      { of: { kind: 'rate', part: counted, whole: counted } },
    ],
    [
      'a quota',
      { ...proportional, to: { kind: 'byGroup', values: { 农场: 5 } } },
      { to: { kind: 'byGroup', values: { 农场: 5 } } },
    ],
    [
      'a fact',
      { ...gate, requires: { ...fact, upTo: 2, must: 'be-above' } },
      { requires: { ...fact, upTo: 2, must: 'be-above' } },
    ],
  ])('%s is read as it stands, points in hundredths', (_, file, rule) => {
    expect(answer(file)).toMatchObject({ rule })
  })

  test.each<[object, string]>([
    [{ kind: 'lottery' }, '附件1第5项的计分方法的种类不是已知的计分方法。'],
    [{}, '附件1第5项缺少计分方法的种类。'],
    [{ ...discretion, clause }, '附件1第5项多了一栏“clause”。'],
    [{ ...perEvent, event: '缺席' }, '附件1第5项的扣分的情形要写成一组。'],
    [{ ...perEvent, event: { ...counted, unit: '' } }, '附件1第5项的单位还空着。'],
    [{ ...perEvent, event: { ...counted, measure: 'a.b' } }, '附件1第5项的统计项的编号不能有“.”，也不能以“$”开头。'],
    [{ ...perEvent, also: counted }, '附件1第5项的“also”要写成一列。'],
    [{ ...perEvent, also: ['请假'] }, '附件1第5项的“also”要写成一组。'],
    [{ ...perEvent, each: 0 }, '附件1第5项的每次扣的分要大于0，最多两位小数。'],
    [{ ...perEvent, floor: -1 }, '附件1第5项的扣分的底线要写成数字，最多两位小数。'],
    [{ ...perEvent, clause: undefined }, '附件1第5项缺少引用的原文。'],
    [{ ...tiers, of: '入会率' }, '附件1第5项的所依据的数要写成数字、measure、rate、targetFrom 或 byGroup。'],
    [{ ...tiers, of: -1 }, '附件1第5项的所依据的数不能小于0。'],
    [{ ...tiers, tiers: [] }, '附件1第5项的档次还空着。'],
    [{ ...tiers, tiers: { from: 95, points: 2 } }, '附件1第5项的档次要写成一列。'],
    [{ ...tiers, tiers: ['95%以上'] }, '附件1第5项的档次要写成一组。'],
    [{ ...tiers, tiers: [{ from: '95', points: 2 }] }, '附件1第5项的起点要写成数字。'],
    [{ ...tiers, tiers: [{ from: -1, points: 2 }] }, '附件1第5项的起点不能小于0。'],
    [{ ...tiers, tiers: [{ from: Number.POSITIVE_INFINITY, points: 2 }] }, '附件1第5项的起点要写成数字。'],
    [{ ...tiers, tiers: [{ from: 95, open: '是', points: 2 }] }, '附件1第5项的“open”只能写 true 或 false。'],
    [{ ...tiers, otherwise: '无' }, '附件1第5项的其余情形要写成数字，最多两位小数。'],
    [{ ...sumOf, parts: [] }, '附件1第5项的各部分还空着。'],
    [{ ...sumOf, parts: [discretion.kind] }, '附件1第5项的各部分要写成一组。'],
    [{ ...perPiece, levels: [] }, '附件1第5项的级别表还空着。'],
    [{ ...perPiece, levels: ['录用'] }, '附件1第5项的级别表要写成一组。'],
    [{ ...notApplicable, counts: 'half' }, '附件1第5项的“counts”只能写 full、rescale 或 zero。'],
    [{ ...notApplicable, when: '无企业' }, '附件1第5项的“when”要写成一组。'],
    [{ ...gate, requires: { ...fact, must: 'be-below' } }, '附件1第5项的“must”只能写 be-above 或 be-at-most。'],
    [{ ...gate, requires: { ...fact, upTo: '2' } }, '附件1第5项的上限要写成数字。'],
    [{ ...exclusion, anyOf: [] }, '附件1第5项的“anyOf”还空着。'],
    [{ ...bonus, most: 0 }, '附件1第5项的最多的分要大于0，最多两位小数。'],
    [weighted({ ...source, weight: '30%' }), '附件1第5项的权重要写成数字。'],
    [weighted({ ...source, of: '自评' }), '附件1第5项的所依据的数要写成一个得分的名称或一条计分方法。'],
    [{ ...average, from: { how: 'weighted', sources: [] } }, '附件1第5项的来源还空着。'],
    [{ ...average, from: { how: 'weighted', sources: ['自评'] } }, '附件1第5项的来源要写成一组。'],
    [{ ...byPoints, grades: [] }, '附件1第5项的等次还空着。'],
    [{ ...byPoints, grades: ['优'] }, '附件1第5项的等次要写成一组。'],
    [{ ...byPlace, grades: [] }, '附件1第5项的等次还空着。'],
    [{ ...byPlace, grades: ['优'] }, '附件1第5项的等次要写成一组。'],
    [{ ...byPlace, grades: [{ name: '优', bound: 1.5 }] }, '附件1第5项的等次的界限要写成整数。'],
  ])('%j is refused in words that say where', (file, message) => {
    expect(messages(file)).toEqual([message])
  })

  test.each<[string, object]>([
    ['discretion', discretion],
    ['perEvent', perEvent],
    ['its event', { ...perEvent, event: { ...counted, veto: 1 } }],
    ['what counts like it', { ...perEvent, also: [{ ...counted, veto: 1 }] }],
    ['tiers', tiers],
    ['a tier', { ...tiers, tiers: [{ from: 95, points: 2, veto: 1 }] }],
    ['proportional', proportional],
    ['sumOf', sumOf],
    ['a part', { kind: 'sumOf', parts: [{ name: '甲', points: 5, rule: discretion, veto: 1 }] }],
    ['perPiece', perPiece],
    ['a level', { ...perPiece, levels: [{ ...counted, points: 0.5, veto: 1 }] }],
    ['notApplicable', notApplicable],
    ['a fact', { ...notApplicable, when: { ...fact, veto: 1 } }],
    ['bonus', bonus],
    ['gate', gate],
    ['exclusion', exclusion],
    ['derive', average],
    ['its sources', { ...average, from: { ...average.from, veto: 1 } }],
    ['weighted', { ...average, from: { how: 'weighted', sources: [source], veto: 1 } }],
    ['a source', weighted({ ...source, veto: 1 })],
    ['bands by points', byPoints],
    ['a grade by points', { ...byPoints, grades: [{ name: '优', bound: 4.5, veto: 1 }] }],
    ['bands by place', byPlace],
    ['a grade by place', { ...byPlace, grades: [{ name: '优', bound: 3, veto: 1 }] }],
  ])('a field too many in %s is refused by its name', (_, file) => {
    expect(messages(JSON.stringify(file).includes('veto') ? file : { ...file, veto: 1 })).toEqual([
      '附件1第5项多了一栏“veto”。',
    ])
  })

  // Of a number that can be written in five ways it is only said which those are.
  test.each<[string, object]>([
    ['a measure', { ...tiers, of: { ...of, veto: 1 } }],
    ['a rate', { ...tiers, of: { kind: 'rate', part: counted, whole: counted, veto: 1 } }],
    ['a part of a rate', { ...tiers, of: { kind: 'rate', part: { ...counted, veto: 1 }, whole: counted } }],
    ['the whole of a rate', { ...tiers, of: { kind: 'rate', part: counted, whole: { ...counted, veto: 1 } } }],
    ['a target', { ...proportional, to: { kind: 'targetFrom', measure: 'papers', veto: 1 } }],
    ['a quota', { ...proportional, to: { kind: 'byGroup', values: {}, veto: 1 } }],
  ])('a field too many in %s is refused', (_, file) => {
    expect(messages(file)).toEqual([
      expect.stringMatching(/^附件1第5项的(所依据的数|界限)要写成数字、measure、rate、targetFrom 或 byGroup。$/),
    ])
  })

  test('what is wrong is found by its path', () => {
    expect(paths({ ...sumOf, parts: [{ name: '甲', points: '5', rule: discretion }] })).toEqual([
      ['parts', 0, 'points'],
    ])
    expect(paths({ ...perEvent, floor: { choice: '底线' } })).toEqual([['floor']])
    expect(paths({ ...perEvent, each: 9 })).toEqual([[]])
  })
})
