import type { Worksheet } from 'exceljs'
import { type County, cycleId, startCounty } from '../support/county'
import { newId } from '../support/county/sheets'
import { filledTable, openWorkbook, plainTable, tableTicket } from '../support/county/tables'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await county.arrangeCycle({ phase: 'review' })
  await county.database.collection('county-records').where({}).remove()
})

const head = 'head-publicity'
const articles = { cycleId, departmentId: 'publicity', measure: 'articles' }
const asked = { kind: 'records' as const, ...articles }
const heading = ['单位', '日期', '内容', '级别', '数量']
const previewed = async (content: Buffer, openid = head) => {
  const ticketId = await tableTicket(county, content, openid)
  return county.as(openid).get('record.preview', { ...articles, ticketId, fileName: '稿件.xlsx' })
}
const importEntries = ({ ticketId }: { ticketId: string }) =>
  county.as(head).get('record.import', { ...articles, ticketId })
const ask = (name: 'record.preview' | 'record.import', input: object, openid = head) =>
  county
    .as(openid)
    .verdict(name, { ...articles, ...(name === 'record.preview' ? { fileName: '稿件.xlsx' } : {}), ...input })
const record = () => county.as(head).get('record.measure', articles)
const ofUnit = (unitId: string) => county.as(head).get('record.of-unit', { ...articles, unitId })
const two = () =>
  plainTable([
    heading,
    ['城关镇总工会', '2026年3月5日', '职工运动会', '市级', 1],
    ['教育系统工会', '2026-3-6', '技能比武', '县级', '２'],
  ])

describe('the template', () => {
  it('is empty, offers the units that the record concerns, and names its measure', async () => {
    const { address, fileName } = await county.as(head).get('document.make', asked)
    expect(fileName).toBe('2026年度 县总记录 信息、宣传稿件.xlsx')
    const workbook = await openWorkbook(Buffer.from(await (await fetch(address)).arrayBuffer()))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['县总记录', '单位名单', '填表说明'])
    const [sheet, roster] = workbook.worksheets
    expect([1, 2, 3, 4, 5].map(column => sheet?.getCell(3, column).value)).toEqual([
      '单位',
      '日期',
      '内容',
      '级别',
      '数量（篇）',
    ])
    expect(sheet?.getCell('A4').dataValidation).toMatchObject({ type: 'list', formulae: ['单位名单!$A$1:$A$8'] })
    expect(roster?.getCell('A1').value).toBe('城关镇总工会')
  })

  it('is refused to who does not enter that record', async () => {
    const verdict = (openid: string, input: object) =>
      county.as(openid).verdict('document.make', { ...asked, ...input })
    expect(await verdict('chair-township-a', {})).toBe('permission.denied')
    expect(await verdict('head-welfare', {})).toBe('permission.denied')
    expect(await verdict('head-welfare', { departmentId: 'welfare' })).toBe('record.unknown-measure')
    expect(await verdict('office', { departmentId: null, measure: 'absences' })).toBe('record.unknown-measure')
    expect(await verdict('office', { departmentId: null, measure: 'no-such' })).toBe('record.unknown-measure')
    expect(await verdict('office', { departmentId: null })).toBe('ok')
  })
})

it('adds the entries of the filled template, all by one write, as if they had been entered', async () => {
  const content = await filledTable(
    county,
    asked,
    (sheet: Worksheet) => {
      sheet.getRow(4).values = ['城关镇总工会', new Date(Date.UTC(2026, 2, 5)), '职工运动会', '市级', 1]
      sheet.getRow(6).values = ['城关镇总工会', '2026.3.6', '技能比武', undefined, '２篇']
      sheet.getRow(7).values = ['教育系统工会', undefined, undefined, undefined, 12]
    },
    head,
  )
  const preview = await previewed(content)
  expect(preview).toMatchObject({ problems: [], count: 3, units: 2 })
  expect(preview.entries[0]).toEqual({
    unitId: 'township-a',
    unitName: '城关镇总工会',
    date: '2026-03-05',
    what: '职工运动会',
    level: '市级',
    count: 1,
  })
  expect((await record()).record).toMatchObject({ units: 0, total: 0 })

  expect(await importEntries(preview)).toEqual({ saved: 3 })
  expect((await record()).record).toMatchObject({ units: 2, total: 15 })
  const { entries } = await ofUnit('township-a')
  expect(entries.map(({ what, count, revision, was }) => ({ what, count, revision, was }))).toEqual([
    { what: '职工运动会', count: 1, revision: 1, was: [] },
    { what: '技能比武', count: 2, revision: 1, was: [] },
  ])
  const own = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
  expect(own.records.records.articles?.entries).toHaveLength(2)
})

it('adds to what stands, once, however often it is delivered', async () => {
  const entry = { unitId: 'township-a', entryId: newId(), what: '春节慰问', date: '', level: '', count: 1 }
  await county.as(head).get('record.save', { ...articles, entries: [entry] })
  const preview = await previewed(await two())
  expect(await Promise.all([importEntries(preview), importEntries(preview)])).toEqual([{ saved: 2 }, { saved: 2 }])
  expect(await importEntries(preview)).toEqual({ saved: 2 })
  await county.arrangeCycle({ phase: 'archived' })
  expect(await importEntries(preview)).toEqual({ saved: 2 })
  expect((await record()).record).toMatchObject({ units: 2, total: 4 })
})

it('tells what is recorded already, and every other fault, and then adds nothing', async () => {
  await importEntries(await previewed(await two()))
  const preview = await previewed(
    await plainTable([
      heading,
      ['城关镇总工会', '2026-03-05', '职工运动会', '市级', 1],
      ['城关镇', '三月', '', '', null],
    ]),
  )
  expect(preview.problems.map(({ cell }) => cell)).toEqual(['A2', 'A3', 'B3', 'E3'])
  expect(preview).toMatchObject({ entries: [], count: 0 })
  expect(await ask('record.import', { ticketId: preview.ticketId })).toBe('table.faulty')
  expect((await record()).record).toMatchObject({ units: 2, total: 3 })
})

it('does not add one table after another that was previewed before it', async () => {
  const [first, second] = [await previewed(await two()), await previewed(await two())]
  await importEntries(first)
  expect(await ask('record.import', { ticketId: second.ticketId })).toBe('table.outdated')
  expect((await record()).record).toMatchObject({ total: 3 })
})

it('is refused to others, for other records and tickets, and once the year is filed', async () => {
  const ticketId = await tableTicket(county, await two(), head)
  expect(await ask('record.preview', { ticketId }, 'chair-township-a')).toBe('permission.denied')
  expect(await ask('record.preview', { ticketId }, 'head-welfare')).toBe('permission.denied')
  expect(await ask('record.preview', { ticketId, measure: 'members' })).toBe('record.unknown-measure')
  expect(await ask('record.preview', { ticketId: 'no-such' })).toBe('material.ticket-unknown')
  expect(await ask('record.preview', { ticketId, cycleId: '2031' })).toBe('cycle.none')
  expect(await ask('record.preview', { ticketId: { $gt: '' } })).toBe('call.invalid-input')
  expect(await ask('record.import', { ticketId })).toBe('table.not-previewed')
  await county.as(head).get('record.preview', { ...articles, ticketId, fileName: '稿件.xlsx' })
  // A ticket serves one purpose: the same file is not another record's.
  expect(await ask('record.preview', { ticketId, measure: 'subscriptions' })).toBe('material.ticket-unknown')
  expect(await ask('record.import', { ticketId, measure: 'subscriptions' })).toBe('table.not-previewed')
  await county.arrangeCycle({ phase: 'archived' })
  expect(await ask('record.preview', { ticketId })).toBe('record.closed')
  expect(await ask('record.import', { ticketId })).toBe('record.closed')
  expect((await record()).record).toMatchObject({ total: 0 })
})
