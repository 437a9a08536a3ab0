import type { RubricDraft } from '#shared/rubric-import/rubric-draft'
import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { sourceText } from '../rubrics/source-document'
import { known, shippedFiles, understood } from './known'
import { brokenNames, cutByPages, linesAcross, repeatedCells, trueMerges } from './table-styles'
import { type Block, cell, wordDocument } from './word-document'

const styles = { trueMerges, repeatedCells, brokenNames, cutByPages, linesAcross }

describe.each(Object.entries(styles))('the four annexes as Word files, %s', (name, style) => {
  test.each(shippedFiles())('$annex alone imports to exactly the file of the project', async annex => {
    const { annexes } = understood(await readRubricDocument(await wordDocument(style(annex)), known))
    expect(annexes.map(({ file }) => file)).toEqual([annex])
  })

  test('all four in one file import to exactly the four files, with nothing to decide', async () => {
    const file = await wordDocument(shippedFiles().flatMap(style))
    const { annexes, unplaced, notices } = understood(await readRubricDocument(file, known))
    expect(annexes.map(annex => annex.file)).toEqual(shippedFiles())
    expect(annexes.flatMap(({ findings }) => findings)).toEqual([])
    expect(notices).toEqual([])
    const words = unplaced.map(({ words }) => words)
    if (name === 'cutByPages') expect(words).toHaveLength(8)
    else expect(words.filter(word => word !== '分值')).toEqual([])
  })
})

/** The county's document with its own blanks, line breaks, empty cells and page cuts: six cells a row, three in the last. */
function sourceBlocks(): Block[] {
  return sourceText
    .split(/\n(?=附件\d)/u)
    .filter(annex => annex.trim() !== '')
    .flatMap((annex): Block[] => {
      const [heading = '', ...texts] = annex.split('\n\t')
      const rows = Array.from({ length: Math.ceil(texts.length / 6) }, (_, row) => texts.slice(row * 6, row * 6 + 6))
      return [
        ...heading.split('\n').map(text => ({ text })),
        { rows: rows.map(row => row.map(text => cell(text.split('\n')))) },
      ]
    })
}

test('the county’s own document, every blank of it, imports to exactly the four files', async () => {
  const { annexes, unplaced } = understood(await readRubricDocument(await wordDocument(sourceBlocks()), known))
  expect(annexes.map(({ file }) => file)).toEqual(shippedFiles())
  expect(annexes.flatMap(({ findings }) => findings)).toEqual([])
  expect(unplaced).toEqual([])
})

test('with nothing known, words, points and departments are still the document’s', async () => {
  const nothing = { files: [], departments: known.departments }
  const { annexes } = understood(await readRubricDocument(await wordDocument(sourceBlocks()), nothing))
  const words = (files: RubricDraft[]) =>
    files.map(({ annex, title, audienceAsWritten, columns, categories }) => [
      [annex, title, audienceAsWritten, ...columns],
      categories.map(({ name, points, departmentsAsWritten, items }) => [
        [name, points, ...departmentsAsWritten],
        items.map(({ number, text, points, basis }) => [number, text, points, basis]),
      ]),
    ])
  expect(words(annexes.map(({ file }) => file))).toEqual(words(shippedFiles()))
})
