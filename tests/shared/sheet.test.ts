import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { AssessedItem, Stage, Summary } from '#shared/assessment/assessment'
import { completenessOf } from '#shared/assessment/completeness'
import { itemsByDepartment, summarize } from '#shared/assessment/summarize'
import { unitState, unitStateNames } from '#shared/assessment/unit-state'
import type { Material } from '#shared/materials/material'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'

const [township] = shippedRubrics
if (!township) throw new Error('annex 1 is missing')
const annex: Rubric = township
const signature = { name: '李晓燕', memberId: 'm-1', at: 0 }
const filled: AssessedItem = { self: { revision: 1, score: 100, notApplicable: null, remark: '', signature } }
const notApplicable: AssessedItem = {
  self: { revision: 1, score: null, notApplicable: '辖区无规模以上企业', remark: '', signature },
}
const allFilled = Object.fromEntries(itemsOf(annex).map(item => [item.id, filled]))
const material = (items: string[]): Material => ({
  revision: 1,
  name: '党委会纪要',
  documentNumber: '〔2026〕5号',
  date: '',
  whereabouts: '原件在1号盒第3页',
  files: [],
  items,
  registeredAt: 0,
  signature,
  bodyHash: '',
})

describe('what is still missing', () => {
  test('an untouched sheet misses every item', () => {
    const { unfilled, filled: done } = completenessOf(annex, { items: {}, materials: {} })
    expect([unfilled.length, done.length]).toEqual([25, 0])
  })

  test('不涉及 counts as filled and asks for no material', () => {
    const { filled: done, withoutMaterial } = completenessOf(annex, {
      items: { 'a1-11': notApplicable },
      materials: {},
    })
    expect(done.map(item => item.number)).toEqual([11])
    expect(withoutMaterial).toEqual([])
  })

  test('an item that rests on the county’s own record never asks for material', () => {
    const { withoutMaterial, countyHeld } = completenessOf(annex, { items: allFilled, materials: {} })
    expect(countyHeld.map(item => item.number)).toEqual([4])
    expect(withoutMaterial).toHaveLength(24)
  })

  test('one material proves any number of items, with or without a picture', () => {
    const { withoutMaterial } = completenessOf(annex, {
      items: allFilled,
      materials: { p: material(['a1-01', 'a1-02']) },
    })
    expect(withoutMaterial.map(item => item.number)).not.toContain(1)
    expect(withoutMaterial).toHaveLength(22)
  })
})

describe('the state of a unit', () => {
  const stateOf = (stage: Stage, items: Record<string, AssessedItem>, change: Partial<Summary> = {}) =>
    unitStateNames[unitState({ stage, summary: { ...summarize(annex, { items, materials: {} }), ...change } }, 25)]

  const decided = Object.fromEntries(
    itemsOf(annex).map(item => [
      item.id,
      {
        ...filled,
        reviews: {
          [item.department]: {
            revision: 1,
            score: 100,
            notApplicableAgreed: false,
            reasons: [],
            seen: [],
            comment: '',
            seenSelfRevision: 1,
            signature,
          },
        },
      },
    ]),
  )

  test('goes from 未开始 to 已核对', () => {
    expect(stateOf('filling', {})).toBe('未开始')
    expect(stateOf('filling', { 'a1-01': filled })).toBe('填报中')
    expect(stateOf('filling', {}, { materials: 1 })).toBe('填报中')
    expect(stateOf('awaiting-chair', allFilled)).toBe('待主席审核')
    expect(stateOf('submitted', allFilled)).toBe('已报送')
    expect(stateOf('submitted', decided, { supplementsOpen: 1 })).toBe('待补充')
    expect(stateOf('submitted', decided)).toBe('已评')
    expect(stateOf('checked', decided)).toBe('已核对')
  })

  test('已评 needs the 定分 of every item', () => {
    expect(stateOf('submitted', { ...decided, 'a1-25': filled })).toBe('已报送')
  })
})

test('six departments share the 25 items of annex 1', () => {
  expect(itemsByDepartment(annex)).toEqual({
    'general-office': 6,
    organization: 5,
    production: 4,
    welfare: 4,
    openness: 2,
    publicity: 4,
  })
})
