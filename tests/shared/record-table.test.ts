import { readRecordTable } from '#shared/records/read-record-table'
import { units } from '../support/county/people'
import { recordOf, table } from '../support/tables'

const roster = {
  measure: recordOf('articles'),
  units: units.map(unit => ({ ...unit, concerned: unit.audience !== 'enterprise' })),
  standing: { 'township-a': [{ what: '春节慰问', date: '2026-02-01', level: '县级', count: 1 }] },
}
const read = (rows: Parameters<typeof table>[0], covered: string[] = []) =>
  readRecordTable(table(rows, covered), roster)
const problemsOf = (rows: Parameters<typeof table>[0]) =>
  read(rows).problems.map(({ cell, message }) => `${cell}：${message}`)
const heading = ['单位', '日期', '内容', '级别', '数量（篇）']

it('reads entries with what people leave blank, write as text, or merge down', () => {
  const rows = [
    heading,
    ['城关镇总工会', '2026.3.5', '职工运动会', '市级', 1],
    ['城关镇总工会', { date: '2026-03-06' }, '技能比武', null, '２篇'],
    ['教育系统工会', null, null, null, 12],
  ]
  const { problems, entries } = read(rows, ['3,1'])
  expect(problems).toEqual([])
  expect(entries).toEqual([
    { row: 2, unitId: 'township-a', value: { date: '2026-03-05', what: '职工运动会', level: '市级', count: 1 } },
    { row: 3, unitId: 'township-a', value: { date: '2026-03-06', what: '技能比武', level: '', count: 2 } },
    { row: 4, unitId: 'system-a', value: { date: '', what: '', level: '', count: 12 } },
  ])
})

it.each([
  [
    'no amount in the table',
    [heading.slice(0, 4), ['城关镇总工会']],
    ['整张表：没有找到“数量”这一列。请用下载的模板填。'],
  ],
  ['no entry', [heading], ['整张表：表里没有记录。']],
  [
    'every fault of a row',
    [heading, ['城关', '三月', '长'.repeat(101), '级'.repeat(21), null]],
    [
      'A2：今年考核的单位里没有“城关”。请照单位名单写全称。',
      'B2：日期看不懂，写的是“三月”。请写成2026-3-5这样。',
      'C2：内容最多100个字。',
      'D2：级别最多20个字。',
      'E2：数量没有写。',
    ],
  ],
  [
    'a unit whose annex does not rest on it',
    [heading, ['化肥厂工会', null, null, null, 1]],
    ['A2：“化肥厂工会”的评分细则里没有用到“信息、宣传稿件”，不用记。'],
  ],
  [
    'what is recorded already',
    [heading, ['城关镇总工会', '2026-2-1', '春节慰问', '县级', 1]],
    ['A2：这一行和已有的一条记录完全一样。重复的请删掉，不是同一件事的请在内容里写明。'],
  ],
  [
    'one line twice',
    [heading, ['教育系统工会', null, null, null, 3], ['教育系统工会', null, null, null, 3]],
    ['A3：这一行和第2行完全一样。重复的请删掉，不是同一件事的请在内容里写明。'],
  ],
  ['an amount below nothing', [heading, ['教育系统工会', null, null, null, -1]], ['E2：数量不能小于0，写的是“-1”。']],
])('tells %s', (_what, rows, problems) => expect(problemsOf(rows)).toEqual(problems))
