import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { FormTable } from '#shared/results/form-table'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import { formDocument } from '../../cloudfunctions/documents/form-document'
import { annexOf } from '../support/annexes'
import { sampleForm, sampleItems, sampleLandings } from '../support/sample-sheet'
import { readWordFile, type WordCell, type WordFile, type WordRow } from './word-file'

const annexes = shippedRubrics.map(rubric => [rubric.annex, rubric] as const)

describe.each(annexes)('%s as a Word file', (_, rubric) => {
  const table = sampleForm(rubric, 'self-and-score')
  let file: WordFile
  let itemRows: WordRow[]
  beforeAll(async () => {
    file = readWordFile(await formDocument('scored', table))
    itemRows = file.rows.slice(1, -1)
  })

  test('the lines around the table are those of the source, the county’s own at the foot', () => {
    expect(file.lines).toEqual([
      rubric.annex,
      rubric.title,
      `（${rubric.audienceAsWritten}）`,
      '单位：马店镇工会2026年度',
      '注：不涉及的考评内容按满分计入合计。',
      ...sampleLandings,
    ])
  })

  test('six columns fill the width of an A4 page exactly, in the grid and in every row', () => {
    expect(file.page).toMatchObject({ width: 11906, height: 16838 })
    expect(file.grid).toHaveLength(6)
    expect(sum(file.grid)).toBe(file.page.width - file.page.left - file.page.right)
    for (const { cells } of file.rows) {
      expect(sum(cells.map(cell => cell.span))).toBe(6)
      expect(sum(cells.map(cell => cell.width))).toBe(sum(file.grid))
    }
  })

  test('the heading is the source’s, and only it repeats on each page', () => {
    expect(texts(file.rows[0])).toEqual(rubric.columns)
    expect(file.rows.map(row => row.isHeading)).toEqual(file.rows.map((_row, index) => index === 0))
  })

  test('no row breaks across two pages', () => {
    expect(file.rows.every(row => row.cannotSplit)).toBe(true)
  })

  test('every cell, in order, is the rubric’s', () => {
    expect(itemRows.map(row => texts(row).slice(1, 3))).toEqual(
      itemsOf(rubric).map(item => [`${item.text}（${printPoints(item.points)}分）`, item.basis]),
    )
  })

  test('自评 and 得分 are the table’s, cell by cell', () => {
    const rows = table.categories.flatMap(category => category.rows)
    expect(itemRows.map(row => texts(row).slice(3, 5))).toEqual(rows.map(row => [row.self, row.score]))
  })

  test.each([0, 5])('column %i is merged over each category, and only over it', column => {
    const merges = itemRows.map(row => row.cells[column]?.merge)
    expect(merges).toEqual(rubric.categories.flatMap(category => mergeChain(category.items.length)))
    const continued = itemRows.map(row => row.cells[column]).filter(cell => cell?.merge === 'continue')
    expect(continued.every(cell => cell?.text === '')).toBe(true)
  })

  test('nothing else is merged', () => {
    const others = itemRows.flatMap(row => row.cells.slice(1, 5))
    expect(others.every(cell => cell.merge === null && cell.span === 1)).toBe(true)
  })

  test('項目 is broken in two-character lines; the departments read as written', () => {
    const starts = rubric.categories.map(category => itemRows[itemRowOf(rubric, category.id)])
    expect(starts.map(row => row?.cells[0]?.text)).toEqual(
      rubric.categories.map(category => `${category.name}${printPoints(category.points)}分`),
    )
    for (const row of starts) expect(row?.cells[0]?.lines.slice(0, -1).every(line => line.length === 2)).toBe(true)
    expect(starts.map(row => row?.cells[5]?.text)).toEqual(
      rubric.categories.map(category => category.departmentsAsWritten.join('')),
    )
  })

  test('the total stands below, its label over three columns', () => {
    const total = file.rows.at(-1)
    expect(total?.cells.map(({ text, span }) => [text, span])).toEqual([
      ['合计（100分）', 3],
      [table.selfTotal, 1],
      [table.scoreTotal, 1],
      ['', 1],
    ])
  })

  test('Chinese fonts are named as such, and each page says which of how many it is', () => {
    expect([...file.chineseFonts].sort()).toEqual(['仿宋', '方正小标宋简体', '楷体', '黑体'].sort())
    expect(file.footer).toBe('第页　共页')
  })
})

describe('what is printed in the cells', () => {
  const rubric = annexOf('附件1')

  test('a blank form is blank, with a line for the unit and one for its chair', async () => {
    const file = readWordFile(await formDocument('blank', sampleForm(rubric, 'none')))
    expect(scoreCells(file).every(cell => cell.text === '')).toBe(true)
    expect(file.rows.at(-1)?.cells.map(cell => cell.text)).toEqual(['合计（100分）', '', '', ''])
    expect(file.lines[3]).toMatch(/^单位：　+2026年度$/)
    expect(file.lines).toContainEqual(expect.stringMatching(/^工会主席（签字）：（工会盖章）/))
    expect(file.lines.some(line => line.startsWith('注：'))).toBe(false)
  })

  test('自评表 has its own column filled and 得分 blank, to be signed and stamped', async () => {
    const file = readWordFile(await formDocument('self', sampleForm(rubric, 'self')))
    const rows = file.rows.slice(1, -1)
    expect(rows.every(row => row.cells[3]?.text !== '' && row.cells[4]?.text === '')).toBe(true)
    expect(file.lines).toContainEqual(expect.stringMatching(/^工会主席（签字）/))
  })

  test('评分表 is the county’s: the unit does not sign it again', async () => {
    const file = readWordFile(await formDocument('scored', sampleForm(rubric, 'self-and-score')))
    expect(file.lines.some(line => line.startsWith('工会主席'))).toBe(false)
  })

  test('zero prints 0, 不涉及 its word, no trailing zeros, and what is missing nothing', async () => {
    const [first] = itemsOf(rubric)
    const table = sampleForm(rubric, 'self-and-score')
    const file = readWordFile(await formDocument('scored', withoutScore(table, first?.id ?? '')))
    const printed = scoreCells(file).map(cell => cell.text)
    expect(printed).toEqual(expect.arrayContaining(['0', '不涉及', '4.5', '']))
    for (const text of printed) expect(text).toMatch(/^(|不涉及|0|[1-9]\d*|\d+\.\d?[1-9])$/)
  })

  test('the two departments of a joint category stand in one cell, a line each', async () => {
    const file = readWordFile(await formDocument('blank', sampleForm(annexOf('附件3'), 'none')))
    const joint = file.rows.flatMap(row => row.cells[5] ?? []).filter(cell => cell.lines.length === 2 && cell.merge)
    expect(joint.map(cell => cell.lines)).toEqual([
      ['组织部', '宣传部'],
      ['组织部', '办公室'],
    ])
  })

  test('the printed total is the sum of the printed rows and what 不涉及 counts', async () => {
    const table = sampleForm(rubric, 'self-and-score')
    const items = sampleItems(rubric)
    const byHand = itemsOf(rubric).map(item => {
      const decision = items[item.id]?.reviews?.[item.department]
      return decision?.notApplicableAgreed ? item.points : (decision?.score ?? 0)
    })
    expect(table.scoreTotal).toBe(printPoints(sum(byHand)))
  })
})

function scoreCells(file: WordFile): WordCell[] {
  return file.rows.slice(1, -1).flatMap(row => row.cells.slice(3, 5))
}

function withoutScore(table: FormTable, itemId: string): FormTable {
  const categories = table.categories.map(category => ({
    ...category,
    rows: category.rows.map(row => (row.itemId === itemId ? { ...row, self: '', score: '' } : row)),
  }))
  return { ...table, categories }
}

function mergeChain(length: number): ('restart' | 'continue' | null)[] {
  return Array.from({ length }, (_, index) => (length === 1 ? null : index === 0 ? 'restart' : 'continue'))
}

function itemRowOf(rubric: Rubric, categoryId: string): number {
  const before = rubric.categories.slice(
    0,
    rubric.categories.findIndex(category => category.id === categoryId),
  )
  return sum(before.map(category => category.items.length))
}

function texts(row: WordRow | undefined): string[] {
  return row?.cells.map(cell => cell.text) ?? []
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0)
}
