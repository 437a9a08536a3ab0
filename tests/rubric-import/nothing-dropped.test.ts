import fc from 'fast-check'
import type { DocumentAsRead, ReadBlock, ReadCell } from '#shared/rubric-import/document-as-read'
import type { UnderstoodRubrics } from '#shared/rubric-import/rubric-document'
import { squeeze } from '#shared/rubric-import/squeeze'
import { understandRubrics } from '#shared/rubric-import/understand-rubrics'
import { readRubricDocument } from '../../cloudfunctions/documents/word/read-rubric-document'
import { known, shippedFiles, understood } from './known'
import { brokenNames, cutByPages, linesAcross, repeatedCells, trueMerges } from './table-styles'
import { type Block, wordDocument } from './word-document'

const styles = [trueMerges, repeatedCells, brokenNames, cutByPages, linesAcross]

/** Words that stand nowhere in the annexes, so that they are found again wherever they went. */
const wordOf = (index: number) => `鑫${'甲乙丙丁戊己庚辛壬癸'[index] ?? '子'}淼`

type Plant =
  | { kind: 'paragraph'; at: number }
  | { kind: 'row'; at: number; cells: number; in: number; columns: number }
  | { kind: 'cell'; at: number }
  | { kind: 'words'; at: number; offset: number }

const anywhere = fc.nat(9999)
const aPlant: fc.Arbitrary<Plant> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), at: anywhere }),
  fc.record({
    kind: fc.constant('row' as const),
    at: anywhere,
    cells: fc.integer({ min: 1, max: 8 }),
    in: fc.nat(7),
    columns: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ kind: fc.constant('cell' as const), at: anywhere }),
  fc.record({ kind: fc.constant('words' as const), at: anywhere, offset: fc.nat(60) }),
)

/** Puts one word into the document: as a paragraph, in a row or a cell of its own, or in the middle of what is there. */
function plant(blocks: Block[], where: Plant, word: string): void {
  const tables = blocks.flatMap(block => ('rows' in block ? [block] : []))
  const rows = tables.flatMap(table => table.rows.map((row, index) => ({ table, row, index })))
  const place = rows[where.at % rows.length]
  if (where.kind === 'paragraph') blocks.splice(where.at % (blocks.length + 1), 0, { text: word })
  if (where.kind === 'cell') place?.row.splice(where.at % (place.row.length + 1), 0, { lines: [word] })
  if (where.kind === 'row') {
    const cells = Array.from({ length: where.cells }, (_, index) => ({
      lines: [index === where.in % where.cells ? word : ''],
      columns: index === 0 ? where.columns : 1,
    }))
    place?.table.rows.splice(place.index, 0, cells)
  }
  if (where.kind === 'words') {
    const paragraphs = blocks.flatMap(block => ('text' in block ? [block] : []))
    const cells = rows.flatMap(({ row }) => row)
    const targets = [...paragraphs, ...cells, ...paragraphs, ...paragraphs]
    const target = targets[where.at % targets.length]
    const put = (line: string) => {
      const at = line.includes('鑫') ? 0 : where.offset
      return `${line.slice(0, at)}${word}${line.slice(at)}`
    }
    if (target && 'text' in target) target.text = put(target.text)
    else target?.lines.splice(0, 1, put(target.lines[0] ?? ''))
  }
}

function asRead(blocks: readonly Block[]): DocumentAsRead {
  const read = blocks.map((block, index): ReadBlock => {
    if ('text' in block) return { kind: 'paragraph', place: `第${index}段`, text: block.text }
    const rows = block.rows.map(cells =>
      cells.map(
        ({ lines, rows: rowSpan = 1, columns: columnSpan = 1 }): ReadCell => ({
          text: lines.join('\n'),
          rowSpan,
          columnSpan,
        }),
      ),
    )
    return { kind: 'table', place: `第${index}张表`, rows }
  })
  return { blocks: read, aside: [], notices: [] }
}

/** Everything that the answer says, anywhere. */
function allWords({ annexes, unplaced }: UnderstoodRubrics): string {
  const files = annexes.map(({ file }) => JSON.stringify(file))
  const findings = annexes.flatMap(annex => annex.findings.map(({ message }) => message))
  return squeeze([...files, ...findings, ...unplaced.map(({ words }) => words)].join('\n'))
}

/** A copy with a word at each of those places. */
function planted(blocks: readonly Block[], plants: readonly Plant[]): Block[] {
  const copy: Block[] = JSON.parse(JSON.stringify(blocks))
  plants.forEach((where, index) => {
    plant(copy, where, wordOf(index))
  })
  return copy
}

/** The planted words, and those of the annexes' own that stand in the document unbroken, which the answer does not say. */
function missing(answer: UnderstoodRubrics, blocks: readonly Block[], plants: readonly Plant[]): string[] {
  const said = allWords(answer)
  const document = squeeze(
    blocks
      .flatMap(block => ('text' in block ? [block.text] : block.rows.flat().map(({ lines }) => lines.join(''))))
      .join('\n'),
  )
  const own = shippedFiles().flatMap(({ title, categories }) => [
    title,
    ...categories.flatMap(({ name, items }) => [name, ...items.flatMap(({ text, basis }) => [text, basis])]),
  ])
  const expected = [...plants.map((_, index) => wordOf(index)), ...own.filter(words => document.includes(words))]
  return expected.filter(words => !said.includes(words))
}

const aDocument = fc.record({
  style: fc.constantFrom(...styles),
  plants: fc.array(aPlant, { minLength: 1, maxLength: 6 }),
})

test('whatever stands wherever, it is in a rubric, in a finding, or among the words that found no place', () => {
  fc.assert(
    fc.property(aDocument, ({ style, plants }) => {
      const blocks = planted(shippedFiles().slice(0, 2).flatMap(style), plants)
      expect(missing(understandRubrics(asRead(blocks), known), blocks, plants)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('through Word itself', async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, async ({ style, plants }) => {
      const blocks = planted(shippedFiles().slice(3).flatMap(style), plants)
      const answer = understood(await readRubricDocument(await wordDocument(blocks), known))
      expect(missing(answer, blocks, plants)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('none of the annexes’ own words is lost where nothing is known', () => {
  for (const style of styles) {
    const blocks = shippedFiles().flatMap(style)
    const said = allWords(understandRubrics(asRead(blocks), { files: [], departments: known.departments }))
    for (const { categories } of shippedFiles()) {
      for (const { text, basis } of categories.flatMap(({ items }) => items)) {
        expect(said).toContain(squeeze(text))
        expect(said).toContain(squeeze(basis))
      }
    }
  }
})
