import { readCount, readDay } from '#shared/tables/read-cells'
import { type CellAsRead, cellName, isBlank, nameKey } from '#shared/tables/table-as-read'

const cell = (value: CellAsRead['value']): CellAsRead => ({ column: 3, value })

it.each([
  [1, 1, 'A1'],
  [3, 5, 'C5'],
  [26, 9, 'Z9'],
  [27, 10, 'AA10'],
  [702, 1, 'ZZ1'],
  [703, 1, 'AAA1'],
])('column %d, row %d is %s', (column, row, name) => expect(cellName(column, row)).toBe(name))

describe('readCount', () => {
  it.each([
    [10, 10],
    [2.5, 2.5],
    [0, 0],
    [0.1 + 0.2, 0.3],
    ['486', 486],
    [' 486 ', 486],
    ['４８６', 486],
    ['１．５', 1.5],
    ['1,200', 1200],
    ['１，２００', 1200],
    ['10家', 10],
    ['1 0', 10],
    [1_000_000, 1_000_000],
  ])('%j is %d', (value, count) => expect(readCount(cell(value), '任务数', '家')).toEqual({ value: count }))

  it.each(['', '  ', '/', '／', '—', '——', '-', '－'])('%j is blank: no number', value => {
    expect(readCount(cell(value), '任务数', '家')).toEqual({ value: null })
    expect(isBlank(cell(value))).toBe(true)
  })

  it.each([
    ['十', '任务数要写成数字，写的是“十”。'],
    ['约30', '任务数要写成数字，写的是“约30”。'],
    ['10人', '任务数要写成数字，写的是“10人”。'],
    ['1,20', '任务数要写成数字，写的是“1,20”。'],
    ['1e3', '任务数要写成数字，写的是“1e3”。'],
    ['无', '任务数要写成数字，写的是“无”。'],
    [{ date: '2026-03-05' }, '任务数要写成数字，写的是“2026-03-05”。'],
    [{ fault: '#REF!' }, '任务数是公式，没有算出结果（#REF!）。'],
    [-3, '任务数不能小于0，写的是“-3”。'],
    ['－3', '任务数不能小于0，写的是“-3”。'],
    [1.234, '任务数最多两位小数，写的是“1.234”。'],
    ['1.234', '任务数最多两位小数，写的是“1.234”。'],
    [1_000_001, '任务数最多1000000，写的是“1000001”。'],
  ])('%j is wrong: %s', (value, wrong) => expect(readCount(cell(value), '任务数', '家')).toEqual({ wrong }))

  it('takes no number from a cell that another one covers, but a blank', () => {
    const covered = { ...cell(10), covered: true as const }
    expect(readCount(covered, '任务数', '家')).toEqual({ wrong: '任务数在合并单元格里，请拆开，一行一格。' })
    expect(readCount({ ...covered, value: '—' }, '任务数', '家')).toEqual({ value: null })
    expect(readCount(undefined, '任务数', '家')).toEqual({ value: null })
  })

  it('shows a paragraph by its beginning', () => {
    const read = readCount(cell('这个任务今年还没有定下来，等部室和乡镇商量以后再报'), '任务数', '家')
    expect(read).toEqual({ wrong: '任务数要写成数字，写的是“这个任务今年还没有定下来,等部室和乡镇商…”。' })
  })
})

describe('readDay', () => {
  it.each([
    [{ date: '2026-03-05' }, '2026-03-05'],
    [46_086, '2026-03-05'],
    [46_086.75, '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ['2026 年 3 月 5 日', '2026-03-05'],
    ['2026-03-05 00:00:00', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2028-2-29', '2028-02-29'],
    ['', ''],
    ['/', ''],
  ])('%j is %j', (value, day) => expect(readDay(cell(value))).toEqual({ value: day }))

  it.each(['3月5日', '2026-2-29', '2026-13-1', '三月', '2026年3月', '26-3-5', 12, '1026-3-5'])('%j is wrong', value => {
    expect(readDay(cell(value))).toEqual({ wrong: `日期看不懂，写的是“${value}”。请写成2026-3-5这样。` })
  })
})

it('compares names without spaces and widths', () => {
  expect(nameKey(' 城关镇　总工会（筹）\u200b')).toBe(nameKey('城关镇总工会(筹)'))
})
