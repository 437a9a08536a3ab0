import type { Wording } from './wording'

const adopted = '《工运信息》录用1条10分、简讯5分；省委办公厅30/15；中办50/25（稿费每分4元）'
const level = (measure: string, name: string, points: number) => ({ measure, name, unit: '条', points })
const levels = (times: number) => [
  level('county-article', '《工运信息》', 10 * times),
  level('county-brief', '《工运信息》简讯', 5 * times),
  level('province-article', '省委办公厅', 30 * times),
  level('province-brief', '省委办公厅简讯', 15 * times),
  level('centre-article', '中办', 50 * times),
  level('centre-brief', '中办简讯', 25 * times),
]
const pieces = (given: Record<string, number>) => ({
  counts: Object.fromEntries(levels(1).map(({ measure }) => [measure, given[measure] ?? 0])),
})

const parts = '重点工作目标占80分，日常工作占20分，另设加分项目和一票否决项目'
const part = (name: string, score: string, points: number) => ({
  name,
  points,
  rule: { kind: 'derive', from: { how: 'weighted', sources: [{ name, weight: 100, of: { score } }] }, clause: parts },
})
const work = (key: number, daily: number) => ({ scores: { key: key * 100, daily: daily * 100 } })

/** Wordings over a whole annex: every item's score is already there. */
export const annexWordings: Wording[] = [
  {
    number: 7,
    level: 'annex',
    text: adopted,
    who: '某市总',
    // A year's cap is not stated. Without one there is no bound to advise.
    maximum: { choice: '全年的封顶' },
    rule: {
      kind: 'perPiece',
      levels: levels(1),
      clause: '《工运信息》录用1条10分、简讯5分；省委办公厅30/15；中办50/25',
    },
    parameters: { 全年的封顶: 1000 },
    cases: [
      { because: 'nothing adopted', told: pieces({}), figure: 0 },
      {
        because: '1 article and 1 brief: 10 + 5',
        told: pieces({ 'county-article': 1, 'county-brief': 1 }),
        figure: 15,
      },
      {
        because: '2×30 + 1×15 + 1×50 + 2×25',
        told: pieces({ 'province-article': 2, 'province-brief': 1, 'centre-article': 1, 'centre-brief': 2 }),
        figure: 175,
      },
      { because: '20 × 50 is just the cap', told: pieces({ 'centre-article': 20 }), figure: 1000 },
      { because: 'one more is above it', told: pieces({ 'centre-article': 20, 'county-brief': 1 }), figure: 1000 },
      {
        because: 'levels not yet recorded may still come',
        told: { counts: { 'county-article': 3 } },
        figure: null,
        bound: [30, 1000],
      },
    ],
  },
  {
    number: 7,
    level: 'annex',
    text: adopted,
    who: '某市总：稿费',
    // 4 yuan a point: the same table in yuan, so 10 points are 40 yuan.
    maximum: { choice: '全年稿费的封顶' },
    rule: { kind: 'perPiece', levels: levels(4), clause: '稿费每分4元' },
    parameters: { 全年稿费的封顶: 4000 },
    cases: [
      { because: 'nothing adopted, nothing paid', told: pieces({}), figure: 0 },
      { because: '10 points × 4 yuan', told: pieces({ 'county-article': 1 }), figure: 40 },
      { because: '(50 + 25) × 4 yuan', told: pieces({ 'centre-article': 1, 'centre-brief': 1 }), figure: 300 },
      { because: '20 × 50 × 4 yuan is just the cap', told: pieces({ 'centre-article': 20 }), figure: 4000 },
      { because: 'one more is above it', told: pieces({ 'centre-article': 21 }), figure: 4000 },
    ],
  },
  {
    number: 14,
    level: 'annex',
    text: parts,
    who: '某县2014',
    maximum: 100,
    rule: {
      kind: 'gate',
      requires: {
        name: '一票否决情形',
        of: { kind: 'measure', measure: 'vetoes', name: '一票否决情形', unit: '项' },
        to: 0,
        must: 'be-at-most',
        clause: '一票否决项目',
      },
      // What a veto leaves is not stated.
      most: { choice: '一票否决后的最高分' },
      rule: {
        kind: 'bonus',
        base: { kind: 'sumOf', parts: [part('重点工作目标', 'key', 80), part('日常工作', 'daily', 20)] },
        extra: {
          kind: 'perPiece',
          levels: [{ measure: 'honours', name: '加分项目', unit: '项', points: { choice: '加分项目每项的分' } }],
          clause: '另设加分项目',
        },
        most: { choice: '加分的封顶' },
        clause: '另设加分项目',
      },
    },
    parameters: { 一票否决后的最高分: 0, 加分项目每项的分: 2, 加分的封顶: 5 },
    cases: [
      { because: '80 + 20, no extras', told: { ...work(80, 20), counts: { vetoes: 0, honours: 0 } }, figure: 100 },
      {
        because: '99 for the key work counts 80: more than its share it cannot have',
        told: { ...work(99, 20), counts: { vetoes: 0, honours: 0 } },
        figure: 100,
      },
      { because: '70.5 + 19 + 2×2', told: { ...work(70.5, 19), counts: { vetoes: 0, honours: 2 } }, figure: 93.5 },
      {
        because: '100 + 3×2, capped at 5',
        told: { ...work(80, 20), counts: { vetoes: 0, honours: 3 } },
        figure: 105,
      },
      {
        because: 'a veto leaves nothing',
        told: { ...work(80, 20), counts: { vetoes: 1, honours: 3 } },
        figure: 0,
      },
      {
        because: 'not yet known whether there is a veto',
        told: { ...work(80, 20), counts: { honours: 0 } },
        figure: null,
        bound: [0, 100],
      },
    ],
  },
]
