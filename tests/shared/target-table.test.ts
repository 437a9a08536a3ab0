import { readTargetTable } from '#shared/targets/read-target-table'
import { changedCells, withCells } from '#shared/targets/target-grid'
import { grid, table } from '../support/tables'

const read = (...given: Parameters<typeof table>) => readTargetTable(table(...given), grid)
const problemsOf = (...given: Parameters<typeof table>) =>
  read(...given).problems.map(({ cell, message }) => `${cell}：${message}`)

describe('a table as people keep it', () => {
  it('has a title, columns in any order, sums, remarks and empty rows', () => {
    const { problems, units, cells } = read([
      ['2026年度任务', null, null, null, null],
      ['序号', '报刊征订（份）', '被考核单位', '备注', '下岗职工和农民工培训'],
      [1, 486, '城关镇 总工会', '已谈', '２００'],
      [null, null, null, null, null],
      [2, null, '教育系统工会', null, '—'],
      ['合计', 486, null, null, 200],
      ['注：按去年定', null, null, null, null],
    ])
    expect({ problems, units }).toEqual({ problems: [], units: 2 })
    expect(cells).toEqual([
      { unitId: 'township-a', measure: 'training', to: 200 },
      { unitId: 'township-a', measure: 'subscriptions', to: 486 },
      { unitId: 'system-a', measure: 'training', to: null },
      { unitId: 'system-a', measure: 'subscriptions', to: null },
    ])
  })

  it('knows a column of the template whatever its heading says now', () => {
    const { problems, cells } = read([
      ['#unit', '#subscriptions', '#place'],
      ['哪家', '订报', '序号'],
      ['河口镇总工会', 300, 1],
    ])
    expect(problems).toEqual([])
    expect(cells).toEqual([{ unitId: 'township-b', measure: 'subscriptions', to: 300 }])
  })

  it('reads below a heading of two lines', () => {
    const { problems, cells } = read(
      [
        ['单位', '报刊征订（份）'],
        ['单位', '附件1第25项'],
        ['河口镇总工会', 300],
      ],
      ['2,1'],
    )
    expect(problems).toEqual([])
    expect(cells).toHaveLength(1)
  })
})

describe('every fault by its cell', () => {
  it.each([
    [
      'no heading',
      [
        ['工会', '报刊征订'],
        ['城关镇总工会', 1],
      ],
      ['整张表：没有找到写着“单位”的表头。'],
    ],
    [
      'no 任务',
      [
        ['单位', '序号'],
        ['城关镇总工会', 1],
      ],
      ['整张表：没有找到任务的列。请用下载的模板填。'],
    ],
    ['no unit', [['单位', '报刊征订']], ['整张表：表里没有单位。']],
    [
      'an unknown column',
      [
        ['单位', '报刊征订', '电话'],
        ['城关镇总工会', 1, null],
      ],
      ['C1：不认识“电话”这一列。请照模板改，或者删掉。'],
    ],
    [
      'a column without heading, with something in it',
      [
        ['单位', '报刊征订', null],
        ['城关镇总工会', 1, 7],
      ],
      ['C1：这一列没有表头，不知道是什么。请写上名称，或者删掉。'],
    ],
    [
      'one 任务 in two columns',
      [
        ['单位', '报刊征订', '报刊征订（份）'],
        ['城关镇总工会', 1, 2],
      ],
      ['C1：“报刊征订”有两列，请只留一列。'],
    ],
    [
      'another heading over the template’s hidden one',
      [
        ['#unit', '#training'],
        ['单位', '报刊征订'],
        ['城关镇总工会', 1],
      ],
      ['B2：表头写的是“报刊征订”，模板里这一列是“下岗职工和农民工培训”。请用新下载的模板。'],
    ],
    [
      'an unknown unit, and its numbers too',
      [
        ['单位', '报刊征订'],
        ['城关', '十'],
      ],
      ['A2：今年考核的单位里没有“城关”。请照单位名单写全称。', 'B2：“报刊征订”的任务数要写成数字，写的是“十”。'],
    ],
    [
      'a row without unit',
      [
        ['单位', '报刊征订'],
        [null, 5],
      ],
      ['A2：这一行没有写单位。'],
    ],
    [
      'a unit twice',
      [
        ['单位', '报刊征订'],
        ['城关镇总工会', 5],
        ['城关镇总工会', 6],
      ],
      ['A3：“城关镇总工会”在第2行已经有了。'],
    ],
    [
      'a 任务 that the unit is not given',
      [
        ['单位', '“三级联创”职工之家'],
        ['教育系统工会', 5],
      ],
      ['B2：“教育系统工会”的评分细则里没有““三级联创”职工之家”这个任务，不能填。'],
    ],
  ])('%s', (_what, rows, problems) => expect(problemsOf(rows)).toEqual(problems))

  it('in the order of the rows, then of the columns', () => {
    const rows = [
      ['单位', '报刊征订', '电话', '下岗职工和农民工培训'],
      ['城关镇总工会', -1, null, 'x'],
      ['河口镇', 1.234, null, null],
    ]
    expect(read(rows).problems.map(({ cell }) => cell)).toEqual(['C1', 'B2', 'D2', 'A3', 'B3'])
  })

  it('units of the same name', () => {
    const twins = {
      ...grid,
      units: [...grid.units, { unitId: 'x', name: '城关镇总工会', audience: 'system' as const }],
    }
    const { problems } = readTargetTable(
      table([
        ['单位', '报刊征订'],
        ['城关镇总工会', 5],
      ]),
      twins,
    )
    expect(problems).toEqual([{ cell: 'A2', message: '叫“城关镇总工会”的单位不止一个，请直接在表里填。' }])
  })
})

it('changes only what differs, and takes away what is blank now', () => {
  const numbers = { a: { x: 1, y: 2 }, b: { x: 3 } }
  const cells = changedCells(numbers, [
    { unitId: 'a', measure: 'x', to: 1 },
    { unitId: 'a', measure: 'y', to: null },
    { unitId: 'c', measure: 'x', to: 0 },
    { unitId: 'c', measure: 'y', to: null },
  ])
  expect(cells).toEqual([
    { unitId: 'a', measure: 'y', from: 2, to: null },
    { unitId: 'c', measure: 'x', from: null, to: 0 },
  ])
  expect(withCells(numbers, cells)).toEqual({ a: { x: 1 }, b: { x: 3 }, c: { x: 0 } })
  expect(numbers).toEqual({ a: { x: 1, y: 2 }, b: { x: 3 } })
})
