import type { CellValue, Worksheet } from 'exceljs'
import { cellName } from '#shared/tables/table-as-read'
import { type County, startCounty } from '../support/county'
import { filledTable, tableTicket } from '../support/county/tables'
import {
  columnOf,
  countNumbers,
  fillWholeTable,
  openWholeYear,
  wholeCounty,
  wholeMeasures,
  wholeYear,
} from '../support/county/whole-county'

/*
 * A whole county from Excel, 300 units × 15 targets: twelve faults are all told by their cell and nothing counts;
 * corrected, all 4,500 numbers are there. What happens where it is killed half way: import-killed.requests.test.ts.
 */
let county: County
beforeAll(async () => {
  county = await startCounty()
  await openWholeYear(county)
}, 120_000)
afterAll(() => county.close())

const office = () => county.as('office')
const template = (edit: (sheet: Worksheet) => void) =>
  filledTable(county, { kind: 'targets', cycleId: wholeYear }, edit)
const nothing = { revision: 0, asMeant: 0, filled: 0 }

async function preview(content: Buffer) {
  const ticketId = await tableTicket(county, content)
  return office().get('target.preview', { cycleId: wholeYear, ticketId, fileName: '2027任务分解表.xlsx' })
}

it('has a cell for every unit and target', async () => {
  const { units, measures } = await office().get('target.open', { cycleId: wholeYear })
  expect(units).toHaveLength(wholeCounty.units)
  expect(measures.filter(({ items }) => items.some(({ audience }) => audience === 'township'))).toHaveLength(
    wholeCounty.targets,
  )
})

/** What people do to a table, each with what they are told. The measure's column is the template's. */
const faults: {
  at: (column: (measure: string) => number) => string
  plant: (sheet: Worksheet) => void
  told: RegExp
}[] = [
  {
    at: column => cellName(column('training'), 7),
    plant: sheet => put(sheet, 'training', 7, '十'),
    told: /“下岗职工和农民工培训”的任务数要写成数字，写的是“十”。/,
  },
  {
    at: column => cellName(column('task-1'), 20),
    plant: sheet => put(sheet, 'task-1', 20, -3),
    told: /不能小于0，写的是“-3”/,
  },
  {
    at: column => cellName(column('task-9'), 41),
    plant: sheet => put(sheet, 'task-9', 41, 1.234),
    told: /最多两位小数，写的是“1.234”/,
  },
  {
    at: () => 'B60',
    plant: sheet => {
      sheet.getCell('B60').value = '第五十六乡总工会'
    },
    told: /今年考核的单位里没有“第五十六乡总工会”/,
  },
  {
    at: () => 'B88',
    plant: sheet => {
      sheet.getCell('B88').value = '第 1 乡总工会'
    },
    told: /“第1乡总工会”在第5行已经有了/,
  },
  {
    at: () => 'B101',
    plant: sheet => {
      sheet.getCell('B101').value = null
    },
    told: /这一行没有写单位/,
  },
  {
    at: column => cellName(column('elections'), 120),
    plant: sheet => put(sheet, 'elections', 120, 2),
    told: /“第116乡总工会”的评分细则里没有“所属单位工会换届”这个任务，不能填/,
  },
  {
    at: column => cellName(column('subscriptions'), 150),
    plant: sheet => put(sheet, 'subscriptions', 150, { formula: 'A1/0', result: { error: '#DIV/0!' } }),
    told: /是公式，没有算出结果（#DIV\/0!）/,
  },
  {
    at: column => cellName(column('wage-agreements'), 199),
    plant: sheet => {
      put(sheet, 'wage-agreements', 199, new Date(Date.UTC(2027, 4, 1)))
      // As Excel does where a day is typed; cells of a loaded file share their styles.
      const cell = sheet.getCell(199, columnOf(sheet, 'wage-agreements'))
      cell.style = { ...cell.style, numFmt: 'yyyy/m/d' }
    },
    told: /要写成数字，写的是“2027-05-01”/,
  },
  {
    at: column => cellName(column('task-4'), 251),
    plant: sheet => {
      const column = columnOf(sheet, 'task-4')
      sheet.mergeCells(250, column, 251, column)
    },
    told: /在合并单元格里，请拆开/,
  },
  {
    at: column => cellName(column('task-2'), 304),
    plant: sheet => put(sheet, 'task-2', 304, '约３０'),
    told: /要写成数字，写的是“约30”/,
  },
  {
    at: () => cellName(wholeMeasures.length + 10, 3),
    plant: sheet => {
      sheet.getCell(3, wholeMeasures.length + 10).value = '联系电话'
      sheet.getCell(9, wholeMeasures.length + 10).value = '0000-1234567'
    },
    told: /不认识“联系电话”这一列/,
  },
]

it('tells all twelve faults by their cell, in the order of the rows, and nothing counts', async () => {
  const columns = new Map<string, number>()
  const content = await template(sheet => {
    fillWholeTable(sheet)
    for (const { plant } of faults) plant(sheet)
    for (const measure of [...wholeMeasures.map(({ measure }) => measure), 'elections']) {
      columns.set(measure, columnOf(sheet, measure))
    }
  })
  const told = await preview(content)
  const expected = new Map(faults.map(({ at, told: words }) => [at(measure => columns.get(measure) ?? 0), words]))
  expect(faults).toHaveLength(12)
  expect(told.problems.map(({ cell }) => cell).sort()).toEqual([...expected.keys()].sort())
  for (const { cell, message } of told.problems) expect(message).toMatch(expected.get(cell) ?? /^$/)
  const rows = told.problems.map(({ cell }) => Number(/\d+/.exec(cell)?.[0]))
  expect(rows).toEqual([...rows].sort((a, b) => a - b))

  const importing = { cycleId: wholeYear, ticketId: told.ticketId }
  expect(await office().verdict('target.import', importing)).toBe('table.faulty')
  expect(await countNumbers(office())).toEqual(nothing)
  expect((await county.database.collection('targets').where({}).count()).total).toBe(0)
}, 60_000)

it('corrected, has all 4,500 numbers', async () => {
  const told = await preview(await template(fillWholeTable))
  expect(told).toMatchObject({ problems: [], units: 300, changes: 4500 })
  expect(told.cells).toHaveLength(200)
  expect(await countNumbers(office())).toEqual(nothing)
  const imported = await office().get('target.import', { cycleId: wholeYear, ticketId: told.ticketId })
  expect(imported).toEqual({ revision: 1, changes: 4500 })
  expect(await countNumbers(office())).toEqual({ revision: 1, asMeant: 4500, filled: 4500 })
  expect(await preview(await template(() => undefined))).toMatchObject({ problems: [], units: 300, changes: 0 })
}, 60_000)

function put(sheet: Worksheet, measure: string, row: number, value: CellValue) {
  sheet.getCell(row, columnOf(sheet, measure)).value = value
}
