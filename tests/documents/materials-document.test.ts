import { shippedRubrics } from '#rubrics/shipped-rubrics'
import { materialsDocument } from '../../cloudfunctions/documents/materials-document'
import { sampleMaterialsList } from '../support/sample-sheet'
import { readWordFile, type WordFile } from './word-file'

describe.each(shippedRubrics.map(rubric => [rubric.annex, rubric] as const))('资料目录 of %s', (_, rubric) => {
  const list = sampleMaterialsList(rubric)
  let file: WordFile
  beforeAll(async () => {
    file = readWordFile(await materialsDocument(list))
  })

  test('says whose it is and is signed', () => {
    expect(file.lines.slice(0, 2)).toEqual(['工会工作目标考核资料目录', '单位：马店镇工会2026年度'])
    expect(file.lines[2]).toMatch(/^工会主席（签字）/)
  })

  test('seven columns fill the width exactly; the heading repeats', () => {
    expect(file.grid).toHaveLength(7)
    expect(file.grid.reduce((sum, width) => sum + width, 0)).toBe(file.page.width - file.page.left - file.page.right)
    expect(file.rows.map(row => row.isHeading)).toEqual(file.rows.map((_row, index) => index === 0))
  })

  test('each row is the list’s', () => {
    expect(file.rows.slice(1).map(row => row.cells.slice(2).map(cell => cell.text))).toEqual(
      list.rows.map(row => [row.name, row.documentNumber, row.date, row.whereabouts, row.files]),
    )
  })

  test('an item with two papers is one cell over both', () => {
    expect(file.rows.slice(1, 4).map(row => row.cells[0])).toEqual([
      expect.objectContaining({ text: '1', merge: 'restart' }),
      expect.objectContaining({ text: '', merge: 'continue' }),
      expect.objectContaining({ text: '2', merge: null }),
    ])
  })
})
