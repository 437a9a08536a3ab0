import fc from 'fast-check'
import type { ReviewScore } from '#shared/assessment/assessment'
import { checkDecision, departs } from '#shared/scoring/check-decision'
import { checkSelfScore, maximumRemark } from '#shared/scoring/check-self-score'

const item = { number: 5, points: 500 }
const self = (score: number | null, notApplicable: string | null = null, remark = '') =>
  checkSelfScore(item, { score, notApplicable, remark })?.code ?? 'allowed'

describe('a self-score', () => {
  test.each([
    ['the maximum', 500, 'allowed'],
    ['nothing at all', 0, 'allowed'],
    ['a half', 450, 'allowed'],
    ['taken back', null, 'allowed'],
    ['above the maximum', 550, 'self-score.above-maximum'],
    ['below zero', -50, 'self-score.below-zero'],
    ['off the step', 430, 'self-score.off-step'],
    ['not a number', Number.NaN, 'self-score.not-a-number'],
    ['not finite', Number.POSITIVE_INFINITY, 'self-score.not-a-number'],
    ['a fraction of a hundredth', 0.5, 'self-score.not-a-number'],
  ])('%s', (_, score, verdict) => expect(self(score)).toBe(verdict))

  test.each([
    [{ score: 550 }, '第5项自评不能超过 5 分，请改小。'],
    [{ score: -50 }, '第5项自评不能低于 0 分，请改大。'],
    [{ score: 430 }, '第5项自评每步是 0.5 分，请改过。'],
    [{ score: Number.NaN }, '第5项自评要填一个数，请改过。'],
    [{ score: 500, notApplicable: '无' }, '第5项不能又打分又选不涉及，请选一个。'],
    [{ notApplicable: '' }, '第5项选了不涉及，请写一句原因。'],
    [{ remark: '字'.repeat(501) }, '第5项备注最多 500 个字，请删短。'],
  ])('says the item and what to do in plain Chinese: %j', (draft, message) => {
    const empty = { score: null, notApplicable: null, remark: '' }
    expect(checkSelfScore(item, { ...empty, ...draft })?.message).toBe(message)
  })

  test('不涉及 needs a reason and excludes a score', () => {
    expect(self(null, '辖区无规模以上企业')).toBe('allowed')
    expect(self(null, ' ')).toBe('not-applicable.reason-missing')
    expect(self(500, '辖区无规模以上企业')).toBe('self-score.two-answers')
  })

  test('a remark may fill its room but not exceed it', () => {
    expect(self(500, null, '字'.repeat(maximumRemark))).toBe('allowed')
    expect(self(500, null, '字'.repeat(maximumRemark + 1))).toBe('remark.too-long')
  })

  test('whatever is allowed lies on a step between zero and the maximum', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double()), score => {
        const lies = Number.isInteger(score) && score >= 0 && score <= 500 && score % 50 === 0
        expect(self(score) === 'allowed').toBe(lies)
      }),
    )
  })
})

const decision = (given: Partial<ReviewScore>): ReviewScore => ({
  score: 500,
  notApplicableAgreed: false,
  reasons: [],
  seen: ['phone-materials'],
  comment: '',
  ...given,
})
const decide = (given: Partial<ReviewScore>, step = 50, selfIsNotApplicable = false, figure: number | null = null) =>
  checkDecision(item, step, selfIsNotApplicable, decision(given), figure)?.code ?? 'allowed'
const stamp = { phrase: '汇总表没有盖章', points: 50 }

describe('a 定分', () => {
  test.each<[string, Partial<ReviewScore>, string]>([
    ['the maximum needs no reason', {}, 'allowed'],
    ['the maximum needs nothing seen', { seen: [] }, 'allowed'],
    ['half a point off with its reason', { score: 450, reasons: [stamp] }, 'allowed'],
    ['below the maximum without a reason', { score: 450 }, 'deduction.reason-missing'],
    ['without what it rests on', { score: 450, reasons: [stamp], seen: [] }, 'seen.missing'],
    ['reasons that do not sum to the gap', { score: 400, reasons: [stamp] }, 'deduction.sum-differs'],
    ['reasons where nothing is deducted', { reasons: [stamp] }, 'deduction.sum-differs'],
    ['a reason without words', { score: 450, reasons: [{ phrase: ' ', points: 50 }] }, 'deduction.phrase-empty'],
    ['no score', { score: null }, 'review-score.missing'],
    ['above the maximum', { score: 550 }, 'review-score.above-maximum'],
    ['below zero', { score: -50 }, 'review-score.below-zero'],
    ['not a number', { score: Number.NaN }, 'review-score.not-a-number'],
    ['off the step', { score: 490, reasons: [{ ...stamp, points: 10 }] }, 'review-score.off-step'],
    ['不涉及 that nobody claimed', { score: null, notApplicableAgreed: true }, 'not-applicable.not-claimed'],
    ['不涉及 and a score', { notApplicableAgreed: true }, 'review-score.two-answers'],
  ])('%s', (_, given, verdict) => expect(decide(given)).toBe(verdict))

  test.each<[Partial<ReviewScore>, string]>([
    [{ score: 550 }, '第5项部室评分不能超过 5 分，请改小。'],
    [{ score: -50 }, '第5项部室评分不能低于 0 分，请改大。'],
    [{ score: 490 }, '第5项部室评分每步是 0.5 分，请改过。'],
    [{ score: 0.5 }, '第5项部室评分要填一个数，请改过。'],
    [{ score: null }, '第5项还没有部室评分，请打分。'],
    [{ notApplicableAgreed: true }, '第5项不能又打分又同意不涉及，请选一个。'],
    [{ score: null, notApplicableAgreed: true }, '第5项单位没有选不涉及，请打分。'],
    [{ score: 450 }, '第5项没给满分，请写扣分说明。'],
    [{ score: 450, reasons: [stamp], seen: [] }, '第5项请选看了什么。'],
    [{ score: 450, reasons: [{ ...stamp, phrase: '' }] }, '第5项有一条扣分说明没有写字，请写上或去掉。'],
    [{ score: 400, reasons: [stamp] }, '第5项扣了 1 分，扣分说明合计 0.5 分，没对上。请改到一样。'],
  ])('says the item and what to do in plain Chinese: %j', (given, message) => {
    expect(checkDecision(item, 50, false, decision(given), null)?.message).toBe(message)
  })

  test('nothing at all is a score, explained in full', () => {
    expect(decide({ score: 0, reasons: [{ phrase: '没有开展', points: 500 }] })).toBe('allowed')
  })

  test('one reason without words spoils the others', () => {
    const reasons = [stamp, { phrase: '', points: 50 }]
    expect(decide({ score: 400, reasons })).toBe('deduction.phrase-empty')
  })

  test('the cycle may allow tenths', () => {
    expect(decide({ score: 490, reasons: [{ ...stamp, points: 10 }] }, 10)).toBe('allowed')
  })

  test('the department agrees to 不涉及 that the unit claims', () => {
    expect(decide({ score: null, notApplicableAgreed: true }, 50, true)).toBe('allowed')
  })

  test('whatever is allowed below the maximum is explained to the hundredth', () => {
    const reasons = fc.array(
      fc.record({ phrase: fc.constantFrom('没有盖章', ''), points: fc.integer({ min: 1, max: 500 }) }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), reasons, (score, given) => {
        if (decide({ score, reasons: given }) !== 'allowed') return
        expect(given.reduce((sum, reason) => sum + reason.points, 0)).toBe(500 - score)
      }),
    )
  })
})

describe('a 定分 where the county’s records yield 4.5', () => {
  const byRecord = (given: Partial<ReviewScore>) => decide(given, 50, true, 450)

  test('the figure itself needs no further word', () => {
    expect(byRecord({ score: 450, reasons: [stamp] })).toBe('allowed')
  })

  test.each([
    ['above the figure', { score: 500 }],
    ['below it', { score: 400, reasons: [{ ...stamp, points: 100 }] }],
    ['with nothing but blanks', { score: 500, departure: '  ' }],
  ])('%s, it says why', (_, given) => {
    expect(byRecord(given)).toBe('departure.missing')
    expect(byRecord({ ...given, departure: '另一次会议由县总安排出差' })).toBe('allowed')
  })

  test('agreeing to 不涉及 departs from nothing', () => {
    expect(byRecord({ score: null, notApplicableAgreed: true })).toBe('allowed')
    expect(departs({ score: null }, 450)).toBe(false)
    expect(departs({ score: 450 }, null)).toBe(false)
    expect(departs({ score: 450 }, 450)).toBe(false)
    expect(departs({ score: 400 }, 450)).toBe(true)
  })

  test('the sentence names the figure', () => {
    expect(checkDecision(item, 50, false, decision({}), 450)?.message).toBe(
      '第5项按县总记录推算是 4.5 分，评的不一样，请写一句为什么。',
    )
  })
})
