import type { Wording } from './wording'

const veto = '有否决条件之一的，取消当年评优资格'
const condition = (measure: string, name: string) => ({
  name,
  of: { kind: 'measure', measure, name, unit: '次' },
  to: 1,
  clause: '有否决条件之一的',
})
const total = (name: string, clause: string) => ({
  kind: 'derive',
  from: { how: 'weighted', sources: [{ name, weight: 100, of: { score: 'total' } }] },
  clause,
})

const base = '基础项100分，加分项20分；37个评分项；自评与复评结合'
const scores = (self: number, second: number, extra: number) => ({
  scores: { self: self * 100, second: second * 100 },
  counts: { extras: extra },
})

const ranking = '年终按分值高低确定名次；单项和综合考评并表彰'

/** Wordings that stand above all annexes. */
export const cycleWordings: Wording[] = [
  {
    number: 11,
    level: 'cycle',
    text: veto,
    who: '舟山市 舟总工办〔2016〕20号 第五条',
    maximum: 100,
    rule: {
      kind: 'exclusion',
      // Which conditions there are stands elsewhere in that document; two for these cases.
      anyOf: { choice: '否决条件' },
      consequence: '取消当年评优资格',
      rule: total('总分', veto),
    },
    parameters: { 否决条件: [condition('accident', '发生安全事故'), condition('petition', '发生集体上访')] },
    cases: [
      {
        because: 'none of them',
        told: { scores: { total: 9_500 }, counts: { accident: 0, petition: 0 } },
        figure: 95,
        marks: [],
      },
      {
        because: '之一: one is enough, and the score stays',
        told: { scores: { total: 9_500 }, counts: { accident: 0, petition: 1 } },
        figure: 95,
        marks: ['取消当年评优资格'],
      },
      {
        because: 'both: said for each',
        told: { scores: { total: 9_500 }, counts: { accident: 2, petition: 1 } },
        figure: 95,
        marks: ['取消当年评优资格', '取消当年评优资格'],
      },
      { because: 'what is not recorded excludes nobody', told: { scores: { total: 9_500 } }, figure: 95, marks: [] },
    ],
  },
  {
    number: 13,
    level: 'cycle',
    text: base,
    who: '通州商资公司工会2018',
    // The 37 items are the rubric's; here stand the sums of 自评 and 复评 over them.
    maximum: 100,
    rule: {
      kind: 'bonus',
      base: {
        kind: 'derive',
        from: {
          how: 'weighted',
          sources: [
            { name: '自评', weight: { choice: '自评的权重' }, of: { score: 'self' } },
            { name: '复评', weight: { choice: '复评的权重' }, of: { score: 'second' } },
          ],
        },
        clause: '自评与复评结合',
      },
      extra: {
        kind: 'perPiece',
        levels: [{ measure: 'extras', name: '加分项', unit: '项', points: { choice: '加分项每项的分' } }],
        clause: '加分项20分',
      },
      most: 20,
      clause: '加分项20分',
    },
    parameters: { 自评的权重: 30, 复评的权重: 70, 加分项每项的分: 5 },
    cases: [
      { because: '100 and 100 are 100, no extras', told: scores(100, 100, 0), figure: 100 },
      { because: '90×30% + 80×70% = 27 + 56, one extra of 5', told: scores(90, 80, 1), figure: 88 },
      { because: '4 × 5 is just the 20', told: scores(100, 100, 4), figure: 120 },
      { because: '5 × 5 is capped at 20', told: scores(100, 100, 5), figure: 120 },
      {
        because: '85.55×30% + 85.5×70% = 25.665 + 59.85 = 85.515, half up',
        told: scores(85.55, 85.5, 0),
        figure: 85.52,
      },
      {
        because: '复评 is missing: its 70 are open',
        told: { scores: { self: 10_000 }, counts: { extras: 0 } },
        figure: null,
        bound: [30, 100],
      },
    ],
  },
  {
    number: 20,
    level: 'cycle',
    text: ranking,
    who: '某市总2019',
    maximum: 100,
    rule: {
      kind: 'bands',
      of: total('总分', '综合考评'),
      by: 'place',
      // How many are commended is not stated.
      grades: [{ name: '综合表彰', bound: { choice: '表彰前几名' } }],
      otherwise: '不表彰',
      clause: '年终按分值高低确定名次',
    },
    parameters: { 表彰前几名: 3 },
    cases: [
      { because: 'the first', told: { scores: { total: 9_800 }, place: 1 }, figure: 98, marks: ['综合表彰'] },
      {
        because: 'the third is the last that is commended',
        told: { scores: { total: 9_000 }, place: 3 },
        figure: 90,
        marks: ['综合表彰'],
      },
      { because: 'the fourth is not', told: { scores: { total: 8_990 }, place: 4 }, figure: 89.9, marks: ['不表彰'] },
      { because: 'no places yet, no grade', told: { scores: { total: 8_990 } }, figure: 89.9, marks: [] },
    ],
  },
]
