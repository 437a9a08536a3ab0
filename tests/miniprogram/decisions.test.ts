import { emptyScore } from '../../miniprogram/components/scoring/review-draft'
import {
  inRuns,
  makeDecisionChanges,
  mergeDecided,
  type ScoreToDecide,
} from '../../miniprogram/department/scoring/decisions'

const toDecide: ScoreToDecide = {
  unitId: 'u1',
  itemId: 'a1-05',
  self: null,
  decision: null,
  score: { ...emptyScore, score: 500 },
}

describe('changes of 定分', () => {
  const ids = () => {
    let count = 0
    return () => `operation-${++count}`
  }

  test('the first 定分 stands upon nothing', () => {
    expect(makeDecisionChanges(ids())(toDecide)).toMatchObject({ revision: 0, seenSelfRevision: 0, score: 500 })
  })

  test('sent again unchanged it is the same operation, changed it is another', () => {
    const change = makeDecisionChanges(ids())
    const first = change(toDecide)
    expect(change(toDecide)).toEqual(first)
    expect(change({ ...toDecide, score: { ...emptyScore, score: 450 } }).operationId).not.toBe(first.operationId)
  })

  test('upon another revision it is another operation', () => {
    const change = makeDecisionChanges(ids())
    const signature = { name: '李', at: 1, fromPaper: false }
    const self = { revision: 3, score: 500, notApplicable: null, remark: '', signature }
    expect(change(toDecide).operationId).not.toBe(change({ ...toDecide, self }).operationId)
  })
})

test('runs hold everything once, none longer than a call takes', () => {
  expect(inRuns([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inRuns([], 2)).toEqual([])
})

test('answers of several calls are one, also where they name the same unit', () => {
  const item = { self: null, decision: null }
  const merged = mergeDecided([
    { verdicts: [], items: { u1: { a: item } }, states: { u1: 'submitted' } },
    { verdicts: [], items: { u1: { b: item } }, states: { u1: 'reviewed' } },
  ])
  expect(merged).toEqual({ verdicts: [], items: { u1: { a: item, b: item } }, states: { u1: 'reviewed' } })
})
