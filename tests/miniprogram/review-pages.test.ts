import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { ByItemUnit, Review, ReviewItem } from '#shared/contract/review-contract'
import { problem } from '#shared/errors/problems'
import { emptyScore, standingScore } from '../../miniprogram/components/scoring/review-draft'
import {
  countDecided,
  decidedReasons,
  nextOpenUnit,
  type StandingUnit,
} from '../../miniprogram/department/scoring/by-item'
import { neighbours, nextUndecided, reviewedItems, withDecided } from '../../miniprogram/department/scoring/undecided'

const signature = { name: '周敏', at: 1000, fromPaper: false }
const decided = { ...emptyScore, score: 500, revision: 1, seenSelfRevision: 1, signature }
const [township] = shippedRubrics

describe('the items of one unit', () => {
  const items = () => (township ? reviewedItems(township, review(['a1-07', 'a1-05', 'a1-06'])) : [])

  test('come in the order of the annex with their words', () => {
    expect(items().map(({ item }) => item.number)).toEqual([5, 6, 7])
    expect(items()[0]?.category).not.toBe('')
  })

  test('go on after the one just decided, then from the top, then nowhere', () => {
    expect(nextUndecided(items(), null)).toBe('a1-05')
    expect(nextUndecided(items(), 'a1-05')).toBe('a1-06')
    const last = items().map(each => (each.item.number === 7 ? decide(each) : each))
    expect(nextUndecided(last, 'a1-07')).toBe('a1-05')
    expect(nextUndecided(items().map(decide), 'a1-05')).toBeNull()
  })

  test('a joint item of another department is never the next', () => {
    const others = items().map(each => ({ ...each, review: { ...each.review, mine: false } }))
    expect(nextUndecided(others, null)).toBeNull()
  })

  test('a stale 定分 brings what stands now', () => {
    const after = withDecided(review(['a1-05']), {
      verdicts: [
        {
          kind: 'stale',
          operationId: 'o',
          unitId: 'u1',
          itemId: 'a1-05',
          problem: problem('item.stale', { number: 5 }),
          current: { self: null, decision: decided },
        },
      ],
      items: {},
      states: { u1: 'reviewed' },
    })
    expect(after).toMatchObject({ state: 'reviewed', items: [{ decision: decided }] })
  })

  test("上一家 and 下一家 keep to the county's order", () => {
    expect(neighbours(['a', 'b', 'c'], 'b')).toEqual({ before: 'a', after: 'c' })
    expect(neighbours(['a', 'b', 'c'], 'a')).toEqual({ before: null, after: 'b' })
    expect(neighbours(['a'], 'x')).toEqual({ before: null, after: null })
  })
})

describe('one item down all units', () => {
  const units = [
    unit('城关镇', { decision: decided }),
    unit('马店镇', {}),
    unit('赵岗乡', { state: 'filling' }),
    unit('西山乡', {}),
  ]

  test('the next row is the next that can be scored', () => {
    expect(nextOpenUnit(units, null)).toBe('马店镇')
    expect(nextOpenUnit(units, '马店镇')).toBe('西山乡')
    expect(nextOpenUnit(units, '西山乡')).toBe('马店镇')
    expect(nextOpenUnit(units.slice(0, 1), null)).toBeNull()
  })

  test('units that have not submitted are not counted', () => {
    expect(countDecided(units)).toEqual({ decided: 1, left: 2 })
  })

  test('every 扣分说明 of a 定分 is known with its unit', () => {
    const reasons = [{ phrase: '未完成发卡任务', points: 50 }]
    expect(decidedReasons([unit('城关镇', { decision: { ...decided, reasons } }), unit('马店镇', {})])).toEqual([
      { phrase: '未完成发卡任务', points: 50, unitName: '城关镇' },
    ])
  })
})

function reviewItem(itemId: string): ReviewItem {
  return { itemId, self: null, mine: true, decision: null, draft: null, supplement: null }
}

function review(itemIds: string[]): Review {
  return {
    cycle: {
      cycleId: '2026',
      title: '2026年度考核',
      documentNumber: '县工〔2026〕11号',
      phase: 'review',
      selfDeadline: 1,
      grace: 0,
      lockAfterDeadline: false,
      reviewDeadline: 2,
      departmentStep: 50,
      notApplicable: 'full',
      decidedBy: 'any-reviewer',
      rubricVersionIds: { township: 'r', system: 'r', 'party-government': 'r', enterprise: 'r' },
    },
    departmentId: 'organization',
    departmentName: '组织部',
    unit: { unitId: 'u1', name: '马店镇', audience: 'township' },
    rubricVersionId: 'r',
    state: 'submitted',
    submittedAt: 1,
    late: false,
    items: itemIds.map(reviewItem),
    materials: {},
    coming: { files: {}, until: 0 },
    records: { records: {}, targets: {}, doubts: [] },
    thumbnails: {},
    phrases: {},
    abilities: {},
  }
}

function decide<Each extends { review: ReviewItem }>(each: Each): Each {
  return { ...each, review: { ...each.review, decision: decided } }
}

function unit(name: string, over: Partial<ByItemUnit>): StandingUnit {
  const bare = { ...reviewItem('a1-05'), unitId: name, name, state: 'submitted' as const, late: false }
  const full = { ...bare, materials: 0, files: 0, records: { records: {}, targets: {} }, ...over }
  return { ...full, standing: standingScore(full) }
}
