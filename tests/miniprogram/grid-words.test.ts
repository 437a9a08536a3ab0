import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { nothingRecorded } from '#shared/records/records-of-unit'
import { findItem, type Item } from '#shared/rubric/rubric'
import { emptyScore } from '../../miniprogram/components/scoring/review-draft'
import type { GridCell, GridRow } from '../../miniprogram/department/score-table/grid-model'
import { columnViews, gridWork, pasteInWords, rowView } from '../../miniprogram/department/score-table/grid-words'

const [township] = shippedRubrics
const item = itemOf('a1-05')
const columns = [{ item, mine: true }]

describe('what 定分 takes', () => {
  test('complete drafts are ready, others say what is missing, bad ones hold up nobody', () => {
    const rows = [
      row('城关镇', { draft: { ...emptyScore, score: 500 } }),
      row('马店镇', { draft: { ...emptyScore, score: 450 } }),
      row('柳林镇', { bad: { text: '4.3', message: '每步是 0.5 分' } }),
      row('西山乡', {}),
    ]
    const work = gridWork(rows, columns, 50)
    expect(work.ready.map(cell => cell.unitId)).toEqual(['城关镇'])
    expect(work.unfinished).toEqual([{ at: { row: 1, column: 0 }, words: '马店镇第5项没给满分，请写扣分说明。' }])
    expect(work.bad).toEqual([{ at: { row: 2, column: 0 }, words: '柳林镇第5项 4.3，每步是 0.5 分' }])
  })

  test('nothing of a unit that has not submitted, nothing of another department', () => {
    const draft = { ...emptyScore, score: 500 }
    expect(gridWork([{ ...row('赵岗乡', { draft }), open: false }], columns, 50).ready).toEqual([])
    expect(gridWork([row('城关镇', { draft })], [{ item, mine: false }], 50).ready).toEqual([])
  })
})

describe('how the grid looks', () => {
  test('a row that did not change is the same object', () => {
    const same = row('城关镇', {})
    expect(rowView(same, columns)).toBe(rowView(same, columns))
    expect(rowView({ ...same }, columns)).not.toBe(rowView(same, columns))
  })

  test('the corner says 扣分说明, the sum waits for the last item', () => {
    const reasons = [{ phrase: '未完成发卡任务', points: 50 }]
    const explained = rowView(row('城关镇', { draft: { ...emptyScore, score: 450, reasons } }), columns)
    expect(explained).toMatchObject({ cells: [{ text: '4.5', kind: 'draft', explained: true }], sum: '4.5' })
    expect(rowView(row('马店镇', {}), columns)).toMatchObject({ cells: [{ kind: 'empty' }], sum: '' })
  })

  test('a unit that has not submitted says so instead of cells', () => {
    expect(rowView({ ...row('赵岗乡', {}), open: false }, columns).closed).toBe('还没有报送，报送后就能评分')
  })

  test('an item that another department scores can only be read', () => {
    expect(columnViews([{ item, mine: false }])).toMatchObject([{ title: '第5项', note: '只能看', readOnly: true }])
    expect(columnViews(columns)).toMatchObject([{ note: '5分', readOnly: false }])
  })
})

test('a paste says what it took and what it could not', () => {
  expect(pasteInWords({ taken: 16, closed: 0, outside: 0 })).toBe('贴了16格')
  expect(pasteInWords({ taken: 14, closed: 2, outside: 1 })).toBe(
    '贴了14格，2格没有贴：单位还没有报送，或不由您评分，1格超出了表',
  )
})

function itemOf(id: string): Item {
  const found = township && findItem(township, id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

function row(name: string, over: Partial<GridCell>): GridRow {
  const cell: GridCell = {
    unitId: name,
    itemId: item.id,
    self: null,
    decision: null,
    supplement: null,
    draft: null,
    bad: null,
    materials: 0,
    files: 0,
    records: nothingRecorded,
    ...over,
  }
  return { unitId: name, name, state: 'submitted', late: false, open: true, cells: [cell] }
}
