import fc from 'fast-check'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { summarize } from '#shared/assessment/summarize'
import type { MaterialView, SelfScoreView, Sheet } from '#shared/contract/assessment-contract'
import { nothingRecorded } from '#shared/records/records-of-unit'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { type Box, emptyBox } from '../../../miniprogram/outbox/box'
import { linkMaterials, removeMaterial } from '../../../miniprogram/outbox/change-materials'
import { addMaterial } from '../../../miniprogram/outbox/materials'
import { overlay, type ShownSheet } from '../../../miniprogram/outbox/overlay'
import { enterSelfScore, freezeSelfScores, judgeSelfScore } from '../../../miniprogram/outbox/self-scores'

const SHEET = '2026:madian'
const [rubric] = shippedRubrics
if (!rubric) throw new Error('no annex')
const annex: Rubric = rubric
const [first, second] = itemsOf(annex)
if (!first || !second) throw new Error('no items')

const signature = { name: '小李', at: 0, fromPaper: false }
const saved = (score: number | null, remark = ''): SelfScoreView => ({
  ...{ score, remark, notApplicable: score === null ? '没有这样的企业' : null },
  revision: 3,
  signature,
})

function sheetWith(selves: Record<string, SelfScoreView>, materials: Record<string, MaterialView> = {}): Sheet {
  const items = Object.fromEntries(
    Object.entries(selves).map(([id, self]) => [id, { self, supplement: null, released: null }]),
  )
  return {
    cycle: {
      ...{ cycleId: '2026', title: '', documentNumber: '', phase: 'self-assessment', selfDeadline: 0, grace: 0 },
      ...{ lockAfterDeadline: false, reviewDeadline: 0, departmentStep: 50, notApplicable: 'full' },
      ...{
        decidedBy: 'any-reviewer',
        rubricVersionIds: { township: '', system: '', 'party-government': '', enterprise: '' },
      },
    },
    unit: { unitId: 'madian', name: '马店镇工会', audience: 'township' },
    ...{ rubricVersionId: 'a1', state: 'filling', stage: 'filling', selfDueAt: 0, selfOpenUntil: 0, sentToChair: null },
    ...{
      sentBackNote: null,
      submission: null,
      coming: { files: {}, until: 0 },
      items,
      materials,
      abilities: {},
      records: nothingRecorded,
    },
    summary: { ...figuresOf(items, materials), byDepartment: null },
  }
}

function figuresOf(items: Record<string, { self: SelfScoreView | null }>, materials: Record<string, unknown>) {
  const signed = { name: '', memberId: '', at: 0 }
  const assessed = Object.entries(items).map(([id, { self }]) => [
    id,
    self ? { self: { ...self, signature: signed } } : {},
  ])
  const { self, supplementsOpen } = summarize(annex, { items: Object.fromEntries(assessed), materials: {} })
  return { self, supplementsOpen, materials: Object.keys(materials).length }
}

const shown = (sheet: Sheet, box: Box): ShownSheet => overlay(sheet, annex, box, SHEET, '我')
const typed = (box: Box, itemId: string, score: number | null, seenRevision = 3) =>
  enterSelfScore(box, SHEET, itemId, { draft: { score, notApplicable: null, remark: '改' }, seenRevision, at: 7 })

test('nothing waits: the sheet is the county’s', () => {
  const sheet = sheetWith({ [first.id]: saved(100) })
  const { items, summary } = shown(sheet, emptyBox)
  expect(items[first.id]).toEqual({ ...sheet.items[first.id], waiting: null, trouble: null })
  expect(summary).toEqual(sheet.summary)
})

test('what was typed is shown, signed by the person, upon the county’s revision', () => {
  const item = shown(sheetWith({ [first.id]: saved(100) }), typed(emptyBox, first.id, 50)).items[first.id]
  expect(item).toMatchObject({
    self: { score: 50, revision: 3, signature: { name: '我', at: 7 } },
    waiting: 'on-phone',
  })
})

test('an item that the county has never seen is shown as well', () => {
  expect(shown(sheetWith({}), typed(emptyBox, second.id, 50, 0)).items[second.id]?.self).toMatchObject({ revision: 0 })
})

test('what is under way is shown until its fate is known', () => {
  const { box } = freezeSelfScores(typed(emptyBox, first.id, 50), SHEET, () => 'operation-0000000001')
  expect(shown(sheetWith({ [first.id]: saved(100) }), box).items[first.id]?.self?.score).toBe(50)
})

test('of two values mine is shown, with theirs beside it', () => {
  const frozen = freezeSelfScores(typed(emptyBox, first.id, 50), SHEET, () => 'operation-0000000001').box
  const theirs = saved(150, '小李填的')
  const problem = { code: 'item.stale' as const, message: '', retryable: false }
  const verdict = {
    kind: 'stale',
    operationId: 'operation-0000000001',
    itemId: first.id,
    problem,
    current: theirs,
  } as const
  const item = shown(sheetWith({ [first.id]: theirs }), judgeSelfScore(frozen, SHEET, verdict)).items[first.id]
  expect(item).toMatchObject({ self: { score: 50 }, trouble: { kind: 'conflict', mine: { score: 50, at: 7 }, theirs } })
})

test('the total is that of the rows shown', () => {
  const ids = itemsOf(annex).map(item => item.id)
  const score = fc.option(fc.nat({ max: 10 }).map(halves => halves * 50))
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), score), { selector: ([id]) => id })
  fc.assert(
    fc.property(rows, rows, (known, changes) => {
      const sheet = sheetWith(Object.fromEntries(known.map(([id, value]) => [id, saved(value)])))
      const box = changes.reduce((rest, [id, value]) => typed(rest, id, value), emptyBox)
      const { items, summary } = shown(sheet, box)
      const { self } = figuresOf(items, {})
      expect({ ...summary.self, notApplicable: withoutZeros(summary.self.notApplicable) }).toEqual(self)
    }),
    { numRuns: 300 },
  )
})

function withoutZeros(counts: Record<string, number>) {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0))
}

describe('materials', () => {
  const paper: MaterialView = {
    ...{ revision: 1, name: '纪要', documentNumber: '', date: '', whereabouts: '1号盒', files: [] },
    ...{ items: [first.id], registeredAt: 0, supplied: false, signature },
  }
  const place = { cycleId: '2026', unitId: 'madian', sheetKey: SHEET, newId: () => 'operation-0000000001', at: 7 }
  const sheet = sheetWith({}, { old: paper })

  test('a photograph is there as soon as it was taken, from its local file', () => {
    const thumbnail = { path: 'small', bytes: 1, sha256: '' }
    const files = [{ path: 'full', type: 'image/jpeg' as const, bytes: 1, sha256: '', thumbnail }]
    const { name, documentNumber, date, whereabouts } = paper
    const material = { description: { name, documentNumber, date, whereabouts }, files, items: [second.id] }
    const ids = { materialId: 'new', operationId: 'operation-0000000002', at: 7 }
    const { materials, summary } = shown(sheet, addMaterial(emptyBox, SHEET, material, ids))
    const local = [{ path: 'full', thumbnail: 'small' }]
    expect(materials.new).toMatchObject({ local, items: [second.id], waiting: 'on-phone', trouble: null })
    expect(summary.materials).toBe(2)
  })

  test('a page sorted to another item is shown there', () => {
    const box = linkMaterials(emptyBox, place, 'link', { materials: ['old'], items: [second.id] })
    expect(shown(sheet, box).materials.old).toMatchObject({ items: [first.id, second.id], waiting: 'on-phone' })
  })

  test('a removed one is gone', () => {
    const { box } = removeMaterial(emptyBox, place, 'old')
    expect(shown(sheet, box).materials).toEqual({})
  })
})
