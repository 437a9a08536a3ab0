import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { findItem } from '#shared/rubric/rubric'
import type { HeldRecords } from '../../miniprogram/components/record-trail/evaluation-of'
import {
  decisionProblem,
  emptyScore,
  reasonsInShort,
  reasonsInWords,
  sameScore,
  standingScore,
  withDeparture,
  withFigure,
  withNotApplicable,
  withReasons,
  withScore,
} from '../../miniprogram/components/scoring/review-draft'

const [township] = shippedRubrics
if (!township) throw new Error('annex 1 is missing')
const item = { number: 5, points: 500 }
const absence = { entryId: '', revision: 0, what: '', date: '', level: '', was: [], removed: false }
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
    expect(decisionProblem(item, 50, scored, draft, null)).toBeNull()
  })

  test('below the maximum it also takes 看了什么', () => {
    const draft = withReasons(withScore(emptyScore, 450, item), [task])
    expect(decisionProblem(item, 50, scored, draft, null)?.code).toBe('seen.missing')
    expect(decisionProblem(item, 50, scored, { ...draft, seen: ['originals'] }, null)).toBeNull()
  })

  test('不涉及: agreed to where claimed, otherwise a score', () => {
    const agreed = withNotApplicable(withReasons(withScore(emptyScore, 450, item), [task]))
    expect(decisionProblem(item, 50, claimed, agreed, null)).toBeNull()
    expect(decisionProblem(item, 50, scored, agreed, null)?.code).toBe('not-applicable.not-claimed')
    expect(withScore(agreed, 450, item).notApplicableAgreed).toBe(false)
  })
})

describe('beside what the county’s records yield', () => {
  const fourth = findItem(township, 'a1-04')
  if (!fourth) throw new Error('annex 1 has no item 4')
  const absent = (times: number): HeldRecords => ({
    targets: {},
    records: { absences: { source: '县总签到记录', scope: '共7次会议', entries: [entry(times)] } },
  })
  const entry = (count: number) => ({ ...absence, count })
  const held = absent(3)
  const why = '那天由县总派去市里开会'

  test('按记录 gives score, 扣分说明 and what it rests on in one touch', () => {
    const draft = withFigure(emptyScore, fourth, held)
    expect(draft).toMatchObject({
      score: 50,
      reasons: [{ phrase: '缺席 3 次', points: 150 }],
      seen: ['county-records'],
    })
    expect(decisionProblem(fourth, 50, scored, draft, 50)).toBeNull()
  })

  test('按记录 keeps the 扣分说明 that were chosen before', () => {
    const reason = { phrase: '缺席三次', points: 100 }
    expect(withFigure({ ...emptyScore, score: 100, reasons: [reason] }, fourth, held).reasons).toEqual([
      { ...reason, points: 150 },
    ])
  })

  test('full marks by the record need no word at all', () => {
    const draft = withFigure(emptyScore, fourth, absent(0))
    expect(draft).toMatchObject({ score: 200, reasons: [] })
    expect(decisionProblem(fourth, 50, scored, draft, 200)).toBeNull()
  })

  test('another score wants a word, which goes once there is no difference and comes back with it', () => {
    const other = withDeparture(withScore(emptyScore, 200, fourth), 50, '')
    expect(decisionProblem(fourth, 50, scored, other, 50)?.code).toBe('departure.missing')
    const explained = { ...other, departure: why }
    expect(decisionProblem(fourth, 50, scored, explained, 50)).toBeNull()
    const same = withDeparture(withScore(explained, 50, fourth), 50, why)
    expect(same).not.toHaveProperty('departure')
    expect(withDeparture(withScore(same, 200, fourth), 50, why).departure).toBe(why)
    expect(withNotApplicable(explained)).not.toHaveProperty('departure')
  })

  test('an emptied word is none', () => {
    expect(sameScore({ ...emptyScore, departure: '' }, emptyScore)).toBe(true)
    expect(sameScore({ ...emptyScore, departure: why }, emptyScore)).toBe(false)
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
