import type { Wording } from './wording'

const recorded = (measure: string, name: string, unit = '次') => ({ kind: 'measure', measure, name, unit })
const counted = (measure: string, name: string, unit = '项') => ({ measure, name, unit })

const plan = '以名义制发文件得0.5分；制订具体组建工作方案和考核办法得0.5分'
const yes = (measure: string, name: string, unit: string, clause: string) => ({
  kind: 'tiers',
  name,
  of: recorded(measure, name, unit),
  tiers: [{ from: 1, points: 0.5 }],
  // What is had without it is not said.
  otherwise: { choice: '没有做的得分' },
  clause,
})

const missing = '按实际缺项扣分；看、听、问三种方式实地检查'

const quota = '红兴隆网农场5篇、局直1篇；工会信息网农场20篇、局直5篇；每季度公布'
const quotaFact = (measure: string, name: string, values: Record<string, number>, clause: string) => ({
  name,
  of: recorded(measure, name, '篇'),
  to: { kind: 'byGroup', values },
  clause,
})

/** Wordings of one item that give points by parts, or a quota and no points. */
export const partWordings: Wording[] = [
  {
    number: 4,
    level: 'item',
    text: plan,
    who: '日照市总工会2010',
    maximum: 1,
    rule: {
      kind: 'sumOf',
      parts: [
        { name: '文件', points: 0.5, rule: yes('issued', '以名义制发文件', '份', '以名义制发文件得0.5分') },
        {
          name: '方案和办法',
          points: 0.5,
          rule: yes('plans', '方案和考核办法', '套', '制订具体组建工作方案和考核办法得0.5分'),
        },
      ],
    },
    parameters: { 没有做的得分: 0 },
    cases: [
      { because: 'both: 0.5 + 0.5', told: { counts: { issued: 1, plans: 1 } }, figure: 1 },
      { because: 'one only: 0.5', told: { counts: { issued: 1, plans: 0 } }, figure: 0.5 },
      { because: 'many documents are still 0.5', told: { counts: { issued: 9, plans: 0 } }, figure: 0.5 },
      { because: 'neither', told: { counts: { issued: 0, plans: 0 } }, figure: 0 },
      {
        because: 'the second is not recorded: between',
        told: { counts: { issued: 1 } },
        figure: null,
        bound: [0.5, 1],
      },
    ],
  },
  {
    number: 6,
    level: 'item',
    text: missing,
    who: '特克斯县2015（行政事业）',
    maximum: { choice: '这一项的分值' },
    rule: {
      kind: 'perEvent',
      event: counted('missing-parts', '缺项'),
      each: { choice: '每缺一项扣的分' },
      floor: { choice: '扣分的底线' },
      // 看、听、问 is how the gaps are found: it is the source of the record, not a figure.
      clause: '按实际缺项扣分',
    },
    parameters: { 这一项的分值: 5, 每缺一项扣的分: 1, 扣分的底线: 0 },
    cases: [
      { because: 'nothing missing, nothing taken', told: { counts: { 'missing-parts': 0 } }, figure: 5 },
      { because: '2 × 1', told: { counts: { 'missing-parts': 2 } }, figure: 3 },
      { because: '5 × 1 is all of it', told: { counts: { 'missing-parts': 5 } }, figure: 0 },
      { because: '6 × 1 stops at the floor', told: { counts: { 'missing-parts': 6 } }, figure: 0 },
      { because: 'nobody has been there yet', told: {}, figure: null, bound: [0, 5] },
    ],
  },
  {
    number: 8,
    level: 'item',
    text: quota,
    who: '红兴隆工会2016',
    // It gives quotas and no points, so there is nothing to work out.
    maximum: { choice: '这一项的分值' },
    rule: { kind: 'discretion' },
    facts: [
      quotaFact('site-articles', '红兴隆网', { 农场: 5, 局直: 1 }, '红兴隆网农场5篇、局直1篇'),
      quotaFact('union-articles', '工会信息网', { 农场: 20, 局直: 5 }, '工会信息网农场20篇、局直5篇'),
    ],
    parameters: { 这一项的分值: 5 },
    cases: [
      {
        because: 'a farm owes 5 and 20, and has just that; points stay with the department',
        told: { group: '农场', counts: { 'site-articles': 5, 'union-articles': 20 } },
        figure: null,
        bound: [0, 5],
        verdicts: ['met', 'met'],
      },
      {
        because: 'one less on each',
        told: { group: '农场', counts: { 'site-articles': 4, 'union-articles': 19 } },
        figure: null,
        bound: [0, 5],
        verdicts: ['unmet', 'unmet'],
      },
      {
        because: 'the bureau owes 1 and 5',
        told: { group: '局直', counts: { 'site-articles': 1, 'union-articles': 4 } },
        figure: null,
        bound: [0, 5],
        verdicts: ['met', 'unmet'],
      },
      {
        because: 'a third kind of unit has no quota',
        told: { group: '社区', counts: { 'site-articles': 1, 'union-articles': 5 } },
        figure: null,
        bound: [0, 5],
        verdicts: ['unknown', 'unknown'],
      },
    ],
  },
]
