import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { ByItem, ByItemUnit, DecidedReviews, DecisionView } from '#shared/contract/review-contract'
import { problem } from '#shared/errors/problems'
import { findItem, type Item, type Rubric } from '#shared/rubric/rubric'
import { typedProblem } from '../../miniprogram/components/score-grid/typed-problem'
import { emptyScore, isOpenForReview } from '../../miniprogram/components/scoring/review-draft'
import {
  applyVerdicts,
  cellKind,
  cellText,
  type GridCell,
  gridRows,
  rowSum,
  typeIntoCell,
  withDraft,
} from '../../miniprogram/department/score-table/grid-model'

const rubric = annex('township')
const card = itemOf('a1-05')
const step = 50

describe('rows of the grid', () => {
  test('units keep the order in which the county lists them, columns the order of the annex', () => {
    const rows = gridRows([column('a1-05', ['城关镇', '马店镇']), column('a1-06', ['城关镇', '马店镇'])])
    expect(rows.map(row => row.name)).toEqual(['城关镇', '马店镇'])
    expect(rows[0]?.cells.map(cell => cell.itemId)).toEqual(['a1-05', 'a1-06'])
  })

  test('no column yet, no row yet', () => expect(gridRows([])).toEqual([]))

  test.each(['not-started', 'filling', 'awaiting-chair'] as const)('%s cannot be scored', state => {
    expect(isOpenForReview(state)).toBe(false)
  })

  test.each(['submitted', 'supplementing', 'reviewed', 'checked'] as const)('%s can be looked at', state => {
    expect(isOpenForReview(state)).toBe(true)
  })

  test('a draft newer than the 定分 shows, an older one does not', () => {
    const decided = decision(500, 1000)
    const [newer] = gridRows([withUnit({ decision: decided, draft: { ...emptyScore, score: 450, at: 2000 } })])
    const [older] = gridRows([withUnit({ decision: decided, draft: { ...emptyScore, score: 450, at: 500 } })])
    expect(newer?.cells.map(cell => [cellKind(cell), cellText(cell)])).toEqual([['draft', '4.5']])
    expect(older?.cells.map(cell => [cellKind(cell), cellText(cell)])).toEqual([['decided', '5']])
  })
})

describe('typing into a cell', () => {
  test.each([
    ['5', 500],
    [' 4.5 ', 450],
    ['４．５', 450],
    ['0', 0],
  ])('%s is kept as a draft', (text, score) => {
    expect(typeIntoCell(cell(), text, card, step)).toMatchObject({ draft: { score }, bad: null })
  })

  test.each([
    ['4.3', '每步是 0.5 分'],
    ['5.5', '不能超过 5 分'],
    ['-1', '不能低于 0 分'],
    ['五分', '不是分数'],
    ['4.555', '不是分数'],
  ])('%s stays in the cell and says: %s', (text, message) => {
    expect(typeIntoCell(cell(), text, card, step).bad).toEqual({ text, message })
    expect(cellText(typeIntoCell(cell(), text, card, step))).toBe(text)
  })

  test('a county that scores in tenths takes 4.3', () => expect(typedProblem('4.3', 500, 10)).toBeNull())

  test('a bad text leaves the draft beneath as it was', () => {
    const before = typeIntoCell(cell(), '4.5', card, step)
    expect(typeIntoCell(before, '45', card, step).draft).toEqual(before.draft)
  })

  test('an empty text takes the draft back; the 定分 stands again', () => {
    const before = { ...cell(), decision: decision(500, 1), draft: { ...emptyScore, score: 450 } }
    const after = typeIntoCell(before, '', card, step)
    expect([cellKind(after), cellText(after)]).toEqual(['decided', '5'])
  })

  test('typing what was decided is no draft', () => {
    const before = { ...cell(), decision: decision(500, 1) }
    expect(cellKind(typeIntoCell(before, '5', card, step))).toBe('decided')
  })

  test('the only 扣分说明 follows the score', () => {
    const before = withDraft(cell(), {
      ...emptyScore,
      score: 450,
      reasons: [{ phrase: '未完成发卡任务', points: 50 }],
    })
    expect(typeIntoCell(before, '4', card, step).draft?.reasons).toEqual([{ phrase: '未完成发卡任务', points: 100 }])
    expect(typeIntoCell(before, '5', card, step).draft?.reasons).toEqual([])
  })

  test('不涉及 is agreed to only where the unit said so', () => {
    const claimed = { ...cell(), self: { ...self(null), notApplicable: '辖区无规模以上企业' } }
    expect(cellText(typeIntoCell(claimed, '不涉及', card, step))).toBe('不涉及')
    expect(typeIntoCell(cell(), '不涉及', card, step).bad?.message).toBe('不是分数')
  })
})

describe('小计', () => {
  const columns = [{ item: card, mine: true }]

  test('is there once every own item says something', () => {
    const [row] = gridRows([withUnit({ decision: decision(450, 1) })])
    expect(row && rowSum(row, columns)).toBe(450)
  })

  test('is empty while something is open or bad', () => {
    const [open] = gridRows([withUnit({})])
    expect(open && rowSum(open, columns)).toBeNull()
    const bad = open && { ...open, cells: open.cells.map(one => typeIntoCell(one, '9', card, step)) }
    expect(bad && rowSum(bad, columns)).toBeNull()
  })

  test('a joint item of another department does not count', () => {
    const [row] = gridRows([withUnit({ decision: decision(450, 1) })])
    expect(row && rowSum(row, [{ item: card, mine: false }])).toBe(0)
  })
})

describe('verdicts of 定分', () => {
  const rows = () => gridRows([withUnit({ draft: { ...emptyScore, score: 500, at: 5 } })])
  const said = (verdict: DecidedReviews['verdicts'][number], decided: DecisionView | null = null) =>
    applyVerdicts(rows(), {
      verdicts: [verdict],
      items: { u1: { 'a1-05': { self: self(500), decision: decided } } },
      states: { u1: 'reviewed' },
    })[0]
  const about = { operationId: 'operation-0000001', itemId: 'a1-05', unitId: 'u1' }

  test('what went in is decided, and the unit has its new state', () => {
    const row = said({ kind: 'saved', revision: 1, ...about }, decision(500, 9))
    expect(row?.state).toBe('reviewed')
    expect(row?.cells.map(cellKind)).toEqual(['decided'])
  })

  test('what was refused stays a draft and says why', () => {
    const row = said({ kind: 'refused', problem: problem('review.closed'), ...about })
    expect(row?.cells[0]).toMatchObject({ draft: { score: 500 }, bad: { text: '5', message: expect.any(String) } })
  })

  test('what somebody changed meanwhile keeps the draft beside what stands now', () => {
    const now = decision(400, 8)
    const row = said({
      kind: 'stale',
      problem: problem('item.stale', { number: 5 }),
      current: { self: self(450), decision: now },
      ...about,
    })
    expect(row?.cells[0]).toMatchObject({ draft: { score: 500 }, decision: now, self: { score: 450 } })
    expect(row?.cells.map(cellKind)).toEqual(['bad'])
  })
})

function annex(audience: Rubric['audience']): Rubric {
  const found = shippedRubrics.find(candidate => candidate.audience === audience)
  if (!found) throw new Error(`no annex for ${audience}`)
  return found
}

function itemOf(id: string): Item {
  const found = findItem(rubric, id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

function cell(): GridCell {
  return {
    unitId: 'u1',
    itemId: card.id,
    self: null,
    decision: null,
    supplement: null,
    draft: null,
    bad: null,
    materials: 0,
    files: 0,
    records: { records: {}, targets: {} },
  }
}

function self(score: number | null) {
  return { revision: 1, score, notApplicable: null, remark: '', signature: { name: '李', at: 1, fromPaper: false } }
}

function decision(score: number, at: number): DecisionView {
  return {
    ...emptyScore,
    score,
    revision: 1,
    seenSelfRevision: 1,
    signature: { name: '周敏', at, fromPaper: false },
  }
}

function unit(name: string, index: number): ByItemUnit {
  return {
    unitId: `u${index + 1}`,
    name,
    state: 'submitted',
    late: false,
    itemId: card.id,
    self: null,
    mine: true,
    decision: null,
    draft: null,
    supplement: null,
    materials: 0,
    files: 0,
    records: { records: {}, targets: {} },
  }
}

function column(itemId: string, names: string[]): ByItem {
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
    rubricVersionId: 'r',
    itemId,
    units: names.map(unit),
    phrases: [],
    unequal: [],
    abilities: {},
  }
}

function withUnit(over: Partial<ByItemUnit>): ByItem {
  const one = column('a1-05', ['马店镇'])
  return { ...one, units: one.units.map(each => ({ ...each, ...over })) }
}
