import { Workbook } from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { CellValue } from '#shared/tables/table-as-read'
import { limits } from '../../cloudfunctions/documents/excel/lean-workbook'
import { readTableFile } from '../../cloudfunctions/documents/excel/read-table'
import { pdf } from '../support/county/files'
import { bytesOf, plainTable } from '../support/county/tables'

/** Cells by their place, 「C5」, and those that a merge covers. */
async function read(bytes: Uint8Array, sheetName = '') {
  const file = await readTableFile(bytes, sheetName)
  if (file.kind !== 'read') throw new Error(file.kind)
  const cells: Record<string, CellValue> = {}
  const covered: string[] = []
  for (const { row, cells: own } of file.table.rows) {
    for (const { column, value, covered: isCovered } of own) {
      const place = `${'ABCDEFGH'.charAt(column - 1)}${row}`
      cells[place] = value
      if (isCovered) covered.push(place)
    }
  }
  return { cells, covered, rows: file.table.rows.length }
}
const kindOf = async (bytes: Uint8Array) => (await readTableFile(bytes, '')).kind

/** An Excel file with one part changed. */
async function withPart(name: string, change: (xml: string) => string, rows: unknown[][] = [['单位', 1]]) {
  const parts = unzipSync(await plainTable(rows))
  const part = parts[name]
  if (!part) throw new Error(`there is no ${name}`)
  return zipSync({ ...parts, [name]: strToU8(change(Buffer.from(part).toString())) })
}
const sheetXml = 'xl/worksheets/sheet1.xml'

it('reads words, numbers, days, formulas by their results, links and rich text', async () => {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('表')
  sheet.getCell('A1').value = '  单位 '
  sheet.getCell('B1').value = 10.5
  sheet.getCell('C1').value = new Date(Date.UTC(2026, 2, 5))
  sheet.getCell('D1').value = { formula: 'B1*2', result: 21 }
  sheet.getCell('E1').value = { formula: 'B1/0', result: { error: '#DIV/0!' } }
  sheet.getCell('F1').value = { formula: 'NOW()', date1904: false }
  sheet.getCell('G1').value = { text: '城关镇', hyperlink: 'https://example.org/' }
  sheet.getCell('H1').value = { richText: [{ text: '城关' }, { font: { bold: true }, text: '镇' }] }
  sheet.getCell('A2').value = true
  sheet.getCell('B2').value = ''
  sheet.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getCell('C2').value = 46086
  const { cells } = await read(await bytesOf(workbook))
  expect(cells).toEqual({
    A1: '单位',
    B1: 10.5,
    C1: { date: '2026-03-05' },
    D1: 21,
    E1: { fault: '#DIV/0!' },
    F1: { fault: '没有结果' },
    G1: '城关镇',
    H1: '城关镇',
    A2: '是',
    C2: { date: '2026-03-05' },
  })
})

it('marks what a merge covers', async () => {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('表')
  sheet.getCell('A1').value = '单位'
  sheet.mergeCells('A1:B2')
  const { cells, covered } = await read(await bytesOf(workbook))
  expect(cells).toEqual({ A1: '单位', B1: '单位', A2: '单位', B2: '单位' })
  expect(covered).toEqual(['B1', 'A2', 'B2'])
})

it('takes the sheet of that name, else the first that is seen and holds something', async () => {
  const workbook = new Workbook()
  workbook.addWorksheet('隐藏', { state: 'hidden' }).getCell('A1').value = 'hidden'
  workbook.addWorksheet('空')
  workbook.addWorksheet('甲').getCell('A1').value = 'first'
  workbook.addWorksheet('目标任务分解表').getCell('A1').value = 'named'
  const bytes = await bytesOf(workbook)
  expect((await read(bytes, '目标任务分解表')).cells).toEqual({ A1: 'named' })
  expect((await read(bytes, '别的')).cells).toEqual({ A1: 'first' })
})

it('passes over what was formatted down to the last row', async () => {
  const empty = Array.from({ length: 50_000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="0"/></row>`)
  const bytes = await withPart(sheetXml, xml => xml.replace('</sheetData>', `${empty.join('')}</sheetData>`))
  expect((await read(bytes)).rows).toBe(1)
})

it('keeps working where the sheet refers to pictures, tables, links and rules that it does not read', async () => {
  const bytes = await withPart(sheetXml, xml =>
    xml.replace(
      '</worksheet>',
      [
        '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
        '<hyperlinks><hyperlink ref="A1" r:id="rId7"/></hyperlinks>',
        '<drawing r:id="rId8"/><legacyDrawing r:id="rId9"/><tableParts count="1"><tablePart r:id="rId10"/></tableParts>',
        '</worksheet>',
      ].join(''),
    ),
  )
  expect((await read(bytes)).cells).toEqual({ A1: '单位', B1: 1 })
})

describe('what is no table', () => {
  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['a PDF', () => pdf().content],
    [
      'an old or encrypted Excel file',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    ],
    ['a zip of other things', () => Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
    [
      'random bytes behind a zip’s beginning',
      () => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(99, 7)]),
    ],
  ])('%s', async (_what, bytes) => expect(await kindOf(bytes())).toBe('unreadable'))

  it('a file that was cut off, or changed in one byte, at any place', async () => {
    const bytes = await plainTable([
      ['单位', '报刊征订'],
      ['城关镇总工会', 486],
    ])
    for (let at = 0; at < bytes.length; at += 97) {
      expect(await kindOf(bytes.subarray(0, at))).toBe('unreadable')
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      // What of it is still read is what was written.
      const file = await readTableFile(changed, '')
      if (file.kind === 'read') expect(file).toEqual(await readTableFile(bytes, ''))
    }
  })

  it('XML that would fetch or multiply something', async () => {
    const bytes = await withPart(sheetXml, xml => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'))
    expect(await kindOf(bytes)).toBe('unreadable')
  })
})

describe('what is more than any table', () => {
  const row = (at: number, column = 'A') => `<row r="${at}"><c r="${column}${at}"><v>1</v></c></row>`
  const sheetWith = (rows: string, merges = '') =>
    withPart(sheetXml, xml => xml.replace('</sheetData>', `${rows}</sheetData>${merges}`))

  it.each([
    ['a cell in the last row', () => sheetWith(row(1_048_576))],
    ['too many cells', () => sheetWith(Array.from({ length: limits.cells + 1 }, (_, at) => row(at + 2)).join(''))],
    [
      'a merge over everything',
      () => sheetWith('', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ],
    ['a merge without end', () => sheetWith('', '<mergeCells count="1"><mergeCell ref="A:XFD"/></mergeCells>')],
    ['a zip that inflates to far more', () => withPart('xl/styles.xml', xml => xml + ' '.repeat(limits.xmlBytes))],
    ['one long word in every cell', () => plainTable(Array.from({ length: 4000 }, () => ['长'.repeat(300)]))],
    [
      'a zip of thousands of parts',
      async () =>
        zipSync({
          ...unzipSync(await plainTable([['单位']])),
          ...Object.fromEntries(Array.from({ length: limits.entries }, (_, at) => [`x/${at}`, strToU8('')])),
        }),
    ],
  ])('%s', async (_what, bytes) => expect(await kindOf(await bytes())).toBe('too-long'))

  it('is refused before it takes memory', async () => {
    const before = process.memoryUsage().rss
    const bomb = await withPart(sheetXml, xml => xml.replace('</sheetData>', `${' '.repeat(30_000_000)}</sheetData>`))
    const made = process.memoryUsage().rss
    expect(await kindOf(bomb)).toBe('too-long')
    expect(process.memoryUsage().rss - Math.max(before, made)).toBeLessThan(20_000_000)
  })
})
