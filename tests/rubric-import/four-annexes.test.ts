import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { known, shippedFiles, understood } from './known'
import { brokenNames, cutByPages, linesAcross, repeatedCells, trueMerges } from './table-styles'
import { wordDocument } from './word-document'

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
