import {
  decisionProblem,
  emptyScore,
  reasonsInShort,
  reasonsInWords,
  standingScore,
  withNotApplicable,
  withReasons,
  withScore,
} from '../../miniprogram/department/scoring/review-draft'

const item = { number: 5, points: 500 }
const task = { phrase: '未完成发卡任务', points: 50 }
const seal = { phrase: '汇总表没有盖章', points: 50 }
const claimed = { notApplicable: '辖区无规模以上企业' }
const scored = { notApplicable: null }

describe('scoring by deduction', () => {
  test('扣1 with two reasons of 0.5 adds up', () => {
    const draft = withReasons(withScore(emptyScore, 400, item), [task, seal])
    expect(reasonsInShort(draft, item)).toEqual({ matches: true, words: '2条，对上了' })
    expect(reasonsInWords(draft.reasons)).toBe('未完成发卡任务 −0.5，汇总表没有盖章 −0.5')
  })

  test('too little and too much are told', () => {
    const draft = withScore(emptyScore, 450, item)
    expect(reasonsInShort(draft, item)).toEqual({ matches: false, words: '还差 0.5' })
    expect(reasonsInShort(withReasons(draft, [task, seal]), item)).toEqual({ matches: false, words: '多了 0.5' })
  })

  test('the only 扣分说明 follows the score, several keep their points', () => {
    const one = withReasons(withScore(emptyScore, 450, item), [task])
    expect(withScore(one, 400, item).reasons).toEqual([{ ...task, points: 100 }])
    expect(withScore(withReasons(one, [task, seal]), 300, item).reasons).toEqual([task, seal])
  })

  test('full marks need no words', () => {
    const draft = withScore(withReasons(withScore(emptyScore, 450, item), [task]), 500, item)
    expect(draft.reasons).toEqual([])
    expect(reasonsInShort(draft, item)).toBeNull()
    expect(decisionProblem(item, 50, scored, draft)).toBeNull()
  })

  test('below the maximum it also takes 看了什么', () => {
    const draft = withReasons(withScore(emptyScore, 450, item), [task])
    expect(decisionProblem(item, 50, scored, draft)?.code).toBe('seen.missing')
    expect(decisionProblem(item, 50, scored, { ...draft, seen: ['originals'] })).toBeNull()
  })

  test('不涉及: agreed to where claimed, otherwise a score', () => {
    const agreed = withNotApplicable(withReasons(withScore(emptyScore, 450, item), [task]))
    expect(decisionProblem(item, 50, claimed, agreed)).toBeNull()
    expect(decisionProblem(item, 50, scored, agreed)?.code).toBe('not-applicable.not-claimed')
    expect(withScore(agreed, 450, item).notApplicableAgreed).toBe(false)
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

  test('a draft that repeats the 定分, or is older, is none', () => {
    expect(standingScore({ draft: { ...emptyScore, score: 500, at: 2000 }, decision: decided }).kind).toBe('decided')
    expect(standingScore({ draft: { ...emptyScore, score: 450, at: 900 }, decision: decided }).kind).toBe('decided')
    expect(standingScore({ draft: { ...emptyScore, score: 450, at: 2000 }, decision: decided }).kind).toBe('draft')
  })
})
