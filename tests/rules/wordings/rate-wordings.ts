import type { Wording } from './wording'

const recorded = (measure: string, name: string, unit = '次') => ({ kind: 'measure', measure, name, unit })
const counted = (measure: string, name: string, unit = '项') => ({ measure, name, unit })

const registration = '法人资格登记率达80%以上得2分，70%以上得1分'
const rateOf = (part: string, whole: string) => ({
  kind: 'rate',
  part: counted(part, '已登记', '家'),
  whole: counted(whole, '应登记', '家'),
})

const agreements =
  '集体合同建制率达标得4分，75%以上3分，70%以上2分，65%以上1分；未同步签订工资专项与女职工专项每缺一项扣2分'

/** Wordings of one item that give points by rate. */
export const rateWordings: Wording[] = [
  {
    number: 1,
    level: 'item',
    text: registration,
    who: '梅陇镇',
    maximum: 2,
    rule: {
      kind: 'tiers',
      name: '法人资格登记率',
      of: rateOf('registered', 'to-register'),
      tiers: [
        { from: 80, points: 2 },
        { from: 70, points: 1 },
      ],
      // What less than 70 % yields is not said.
      otherwise: { choice: '不到70%的得分' },
      clause: registration,
    },
    parameters: { '不到70%的得分': 0 },
    cases: [
      {
        because: '80 of 100 is 80%, and 以上 includes it',
        told: { counts: { registered: 80, 'to-register': 100 } },
        figure: 2,
      },
      {
        because: '799 of 1000 is 79.9%: 70%以上',
        told: { counts: { registered: 799, 'to-register': 1000 } },
        figure: 1,
      },
      {
        because: '7 of 10 is 70%, and 以上 includes it',
        told: { counts: { registered: 7, 'to-register': 10 } },
        figure: 1,
      },
      { because: '699 of 1000 reaches neither', told: { counts: { registered: 699, 'to-register': 1000 } }, figure: 0 },
      {
        because: 'none to register is no rate',
        told: { counts: { registered: 0, 'to-register': 0 } },
        figure: null,
        bound: [0, 2],
      },
    ],
  },
  {
    number: 2,
    level: 'item',
    text: agreements,
    who: '梅陇镇',
    maximum: 4,
    rule: {
      kind: 'perEvent',
      from: {
        kind: 'tiers',
        name: '集体合同建制率',
        of: recorded('agreement-rate', '集体合同建制率', '%'),
        tiers: [
          // 达标 without a number.
          { from: { choice: '建制率达标线' }, points: 4 },
          { from: 75, points: 3 },
          { from: 70, points: 2 },
          { from: 65, points: 1 },
        ],
        otherwise: { choice: '不到65%的得分' },
        clause: '集体合同建制率达标得4分，75%以上3分，70%以上2分，65%以上1分',
      },
      event: counted('missing-agreements', '未同步签订的专项'),
      each: 2,
      floor: { choice: '扣分的底线' },
      clause: '未同步签订工资专项与女职工专项每缺一项扣2分',
    },
    parameters: { 建制率达标线: 80, '不到65%的得分': 0, 扣分的底线: 0 },
    cases: [
      {
        because: '达标 4, nothing missing',
        told: { counts: { 'agreement-rate': 80, 'missing-agreements': 0 } },
        figure: 4,
      },
      {
        because: '79.99 is below the line: 3; one missing −2',
        told: { counts: { 'agreement-rate': 79.99, 'missing-agreements': 1 } },
        figure: 1,
      },
      {
        because: '达标 4, both missing −4',
        told: { counts: { 'agreement-rate': 90, 'missing-agreements': 2 } },
        figure: 0,
      },
      {
        because: '65以上 is 1; −2 stops at the floor of 0',
        told: { counts: { 'agreement-rate': 65, 'missing-agreements': 1 } },
        figure: 0,
      },
      ...(
        [
          [75, 3, '75%以上 includes 75'],
          [74.99, 2, 'just below it is 70%以上'],
          [70, 2, '70%以上 includes 70'],
          [69.99, 1, 'just below it is 65%以上'],
          [65, 1, '65%以上 includes 65'],
          [64.99, 0, 'just below it reaches none'],
        ] as const
      ).map(([rate, figure, because]) => ({
        because,
        told: { counts: { 'agreement-rate': rate, 'missing-agreements': 0 } },
        figure,
      })),
      {
        because: 'with an unknown rate, one missing leaves 0 to 4 − 2',
        told: { counts: { 'missing-agreements': 1 } },
        figure: null,
        bound: [0, 2],
      },
    ],
  },
]
