import fc from 'fast-check'
import type { UploadedAnnex } from '#shared/contract/rubric-contract'
import type { ImportFinding } from '#shared/rubric-import/rubric-document'
import {
  applyEdit,
  type Draft,
  draftOf,
  type Edit,
  findRow,
  isContradicted,
  mergeEdits,
} from '../../../miniprogram/office/rubric-editing/edits'
import {
  groupFindings,
  marksOf,
  mayStay,
  partOf,
  sumInWords,
} from '../../../miniprogram/office/rubric-editing/places-of-findings'
import { readDepartments, readPoints, scoredBy } from '../../../miniprogram/office/rubric-editing/row-fields'
import { shippedDepartments, shippedFiles } from '../../../rubrics/shipped-rubrics'

const annexFile = shippedFiles[2]
if (!annexFile) throw new Error('there are four')
const file = annexFile
const draft = draftOf({ file })
const rows = (of: Draft) => of.categories.flatMap(({ items }) => items.map(({ id }) => id))
const points: Edit = { kind: 'row', itemId: 'a3-01', was: { points: 5 }, to: { points: 4 } }

describe('edits', () => {
  it('are sent without numbers, rules and facts', () => {
    const row = findRow(draft, 'a3-02')?.row
    expect(row).toMatchObject({ id: 'a3-02', points: 5, department: 'general-office' })
    for (const key of ['number', 'rule', 'facts']) expect(row).not.toHaveProperty(key)
  })

  it('change a row, a 项目 and the heading, each alone', () => {
    expect(findRow(applyEdit(draft, points), 'a3-01')?.row.points).toBe(4)
    const category = applyEdit(draft, { kind: 'category', categoryId: 'a3-c1', was: {}, to: { points: 17 } })
    expect(category.categories[0]).toMatchObject({ points: 17, name: '党政重视' })
    expect(applyEdit(draft, { kind: 'heading', was: {}, to: { title: '细则' } }).title).toBe('细则')
    expect(applyEdit(draft, { ...points, itemId: 'a3-99' })).toEqual(draft)
  })

  it('add a row scored as its neighbour, take one out, move one', () => {
    const added = applyEdit(draft, { kind: 'add', categoryId: 'a3-c1' })
    expect(added.categories[0]?.items.at(-1)).toMatchObject({ id: '', points: null, department: 'general-office' })
    expect(rows(applyEdit(draft, { kind: 'remove', itemId: 'a3-02' }))).not.toContain('a3-02')
    const moved = applyEdit(draft, { kind: 'move', itemId: 'a3-01', categoryId: 'a3-c2' })
    expect(findRow(moved, 'a3-01')?.category.id).toBe('a3-c2')
  })

  it('a 项目 that loses its last row is gone, one that was empty before stays to be filled', () => {
    const emptied = rows(draft).filter(id => findRow(draft, id)?.category.id === 'a3-c1')
    const without = emptied.reduce((all, itemId) => applyEdit(all, { kind: 'remove', itemId }), draft)
    expect(without.categories.map(({ id }) => id)).not.toContain('a3-c1')
    const empty = {
      ...draft,
      categories: draft.categories.map(one => (one.id === 'a3-c1' ? { ...one, items: [] } : one)),
    }
    expect(applyEdit(empty, { kind: 'remove', itemId: 'a3-04' }).categories[0]?.id).toBe('a3-c1')
  })

  it('never lose a row by moving it', () => {
    const ids = fc.constantFrom(...rows(draft))
    const places = fc.constantFrom(...draft.categories.map(({ id }) => id), 'a3-c9')
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, places), { maxLength: 8 }), moves => {
        const moved = moves.reduce(
          (all, [itemId, categoryId]) => applyEdit(all, { kind: 'move', itemId, categoryId }),
          draft,
        )
        expect(rows(moved).sort()).toEqual(rows(draft).sort())
      }),
    )
  })

  it('are contradicted only where somebody else wrote something else in the same field, or took it out', () => {
    const changed = (to: object) => applyEdit(draft, { kind: 'row', itemId: 'a3-01', was: {}, to })
    expect(isContradicted(changed({ points: 3 }), points)).toBe(true)
    expect(isContradicted(changed({ points: 4 }), points)).toBe(false)
    expect(isContradicted(changed({ text: '别的' }), points)).toBe(false)
    expect(isContradicted(applyEdit(draft, { kind: 'remove', itemId: 'a3-01' }), points)).toBe(true)
  })

  it('the later of two takes the place of the earlier, upon what stood before both', () => {
    const again: Edit = { kind: 'row', itemId: 'a3-01', was: { points: 4, text: '甲' }, to: { points: 3, text: '乙' } }
    expect(mergeEdits([points], again)).toEqual([
      { kind: 'row', itemId: 'a3-01', was: { points: 5, text: '甲' }, to: { points: 3, text: '乙' } },
    ])
    expect(mergeEdits([points], { ...points, itemId: 'a3-02' })).toHaveLength(2)
  })
})

describe('findings', () => {
  const finding = { place: '', documentPlace: null, message: '' }
  const annex: UploadedAnnex = {
    file,
    carriedFrom: null,
    places: {},
    rubricVersionId: null,
    findings: [
      { ...finding, kind: 'item-reworded', weight: 'look', path: ['categories', 0, 'items', 1, 'text'] },
      { ...finding, kind: 'problem', weight: 'must', path: ['categories', 0, 'items', 1, 'preparation'] },
      { ...finding, kind: 'sum', weight: 'must', path: ['categories', 1, 'points'] },
      { ...finding, kind: 'item-dropped', weight: 'look', path: [] },
    ],
  }

  it('lead to what they speak of, and mark it by the heaviest', () => {
    expect(annex.findings.map(one => partOf(one, annex))).toEqual([
      { kind: 'row', id: 'a3-02' },
      { kind: 'row', id: 'a3-02' },
      { kind: 'category', id: 'a3-c2' },
      { kind: 'heading' },
    ])
    expect([...marksOf(annex)].sort()).toEqual([
      ['category-a3-c2', 'must'],
      ['row-a3-02', 'must'],
    ])
  })

  it('are worked through by weight', () => {
    expect(groupFindings(annex.findings).map(({ heading, findings }) => [heading, findings.length])).toEqual([
      ['要先定', 2],
      ['请看一看', 2],
    ])
  })

  it('may stay where a default was taken, not where something is missing', () => {
    const twice: ImportFinding = { ...finding, kind: 'points', weight: 'must', path: ['categories', 0, 'points'] }
    expect(annex.findings.map(one => mayStay(one, annex))).toEqual([true, false, false, true])
    expect(mayStay(twice, annex)).toBe(true)
    const open = applyEdit(draft, { kind: 'category', categoryId: 'a3-c1', was: {}, to: { points: null } })
    const without = {
      ...file,
      categories: file.categories.map((one, index) => ({ ...one, points: open.categories[index]?.points ?? null })),
    }
    expect(mayStay(twice, { file: without })).toBe(false)
  })

  it('sums say what the rows make', () => {
    const [category] = draft.categories
    if (!category) throw new Error('a category')
    expect(sumInWords(category)).toEqual({ text: '3项，合计15分', isRight: true })
    expect(sumInWords({ ...category, points: 16 })).toEqual({ text: '各项相加15分', isRight: false })
  })
})

describe('fields', () => {
  it.each([
    ['4.5', { points: 4.5 }],
    ['４．５', { points: 4.5 }],
    ['', { points: null }],
    ['0', { why: '要大于0' }],
    ['五', { why: '要写成数字，最多两位小数' }],
    ['1.005', { why: '要写成数字，最多两位小数' }],
  ])('%s as points', (text, read) => {
    expect(readPoints(text)).toEqual(read)
  })

  it('departments are written beside each other in any way', () => {
    expect(readDepartments(' 组织部、宣传部，组织部 ')).toEqual(['组织部', '宣传部'])
  })

  it('who scored before reads from now on, where the 项目 names both', () => {
    const joint = { departmentsAsWritten: ['组织部', '宣传部'] }
    const row = { department: 'organization', readers: ['publicity'] }
    expect(scoredBy(row, 'publicity', joint, shippedDepartments)).toEqual({
      department: 'publicity',
      readers: ['organization'],
      departmentToBeConfirmed: false,
    })
    expect(scoredBy(row, 'welfare', { departmentsAsWritten: ['保障部'] }, shippedDepartments).readers).toEqual([])
  })
})
