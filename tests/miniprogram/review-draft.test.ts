import fc from 'fast-check'
import { sumOfReasons } from '#shared/scoring/check-decision'
import {
  decisionProblem,
  emptyScore,
  reasonSum,
  restOfGap,
  standingScore,
  toggleReason,
  toggleSeen,
  withNotApplicable,
  withReasonPoints,
  withScore,
} from '../../miniprogram/department/scoring/review-draft'

const item = { number: 5, points: 500 }
const task = { phrase: '未完成发卡任务', points: 50 }
const seal = { phrase: '汇总表没有盖章', points: 50 }

describe('scoring by deduction', () => {
  test('扣1 with two reasons of 0.5 adds up', () => {
    const draft = [task, seal].reduce(
      (before, reason) => toggleReason(before, reason, item),
      withScore(emptyScore, 400, item),
    )
    expect(draft).toMatchObject({ score: 400, reasons: [task, seal] })
    expect(reasonSum(draft, item)).toEqual({ equal: true, words: '合计 −1，对上了' })
  })

  test('one reason of two is short of the gap', () => {
    const draft = toggleReason(withScore(emptyScore, 400, item), task, item)
    expect(reasonSum(draft, item)).toEqual({ equal: false, words: '合计 −0.5，还差 −0.5' })
    expect(restOfGap(draft, item, 50)).toBe(50)
  })

  test('reasons given first make the score, and go on making it while they match', () => {
    const one = toggleReason(emptyScore, task, item)
    expect(one.score).toBe(450)
    const two = toggleReason(one, seal, item)
    expect(two.score).toBe(400)
    expect(toggleReason(two, seal, item).score).toBe(450)
  })

  test('taking the last reason away never gives full marks by itself', () => {
    expect(toggleReason(toggleReason(emptyScore, task, item), task, item)).toMatchObject({ score: 450, reasons: [] })
  })

  test('too much is told as too much', () => {
    const draft = withReasonPoints(toggleReason(withScore(emptyScore, 450, item), task, item), task.phrase, 100)
    expect(reasonSum(draft, item)).toEqual({ equal: false, words: '合计 −1，多了 −0.5' })
  })

  test('full marks need no words', () => {
    const draft = withScore(toggleReason(withScore(emptyScore, 450, item), task, item), 500, item)
    expect(draft.reasons).toEqual([])
    expect(reasonSum(draft, item)).toBeNull()
    expect(decisionProblem(item, 50, { notApplicable: null }, draft)).toBeNull()
  })

  test('below the maximum it also takes 看了什么', () => {
    const draft = toggleReason(withScore(emptyScore, 450, item), task, item)
    expect(decisionProblem(item, 50, { notApplicable: null }, draft)?.code).toBe('seen.missing')
    expect(decisionProblem(item, 50, { notApplicable: null }, toggleSeen(draft, 'originals'))).toBeNull()
  })

  test('不涉及: agreed to where claimed, otherwise a score', () => {
    const agreed = withNotApplicable(toggleReason(emptyScore, task, item))
    expect(decisionProblem(item, 50, { notApplicable: '辖区无规模以上企业' }, agreed)).toBeNull()
    expect(decisionProblem(item, 50, { notApplicable: null }, agreed)?.code).toBe('not-applicable.not-claimed')
    expect(withScore(agreed, 450, item).notApplicableAgreed).toBe(false)
  })

  test('while nothing but reasons is touched, the score is the maximum less their sum', () => {
    const steps = fc.array(fc.record({ phrase: fc.constantFrom('甲', '乙', '丙', '丁'), points: fc.constant(50) }))
    fc.assert(
      fc.property(steps, reasons => {
        const draft = reasons.reduce((before, reason) => toggleReason(before, reason, item), emptyScore)
        if (draft.reasons.length > 0) expect(draft.score).toBe(500 - sumOfReasons(draft.reasons))
      }),
    )
  })
})

describe('which score stands', () => {
  const signature = { name: '周敏', at: 1000, fromPaper: false }
  const decided = { ...emptyScore, score: 500, revision: 1, seenSelfRevision: 1, signature }

  test('nothing said, a draft, a 定分', () => {
    expect(standingScore({ draft: null, decision: null }).kind).toBe('empty')
    expect(standingScore({ draft: { ...emptyScore, score: 450, at: 1 }, decision: null }).kind).toBe('draft')
    expect(standingScore({ draft: null, decision: decided }).kind).toBe('decided')
  })

  test('a draft that was emptied is none', () => {
    expect(standingScore({ draft: { ...emptyScore, at: 1 }, decision: null }).kind).toBe('empty')
  })

  test('a draft that repeats the 定分 is none', () => {
    expect(standingScore({ draft: { ...emptyScore, score: 500, at: 2000 }, decision: decided }).kind).toBe('decided')
  })
})
