import type { Worksheet } from 'exceljs'
import type { TargetPreview } from '#shared/contract/target-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { pdf, upload } from '../support/county/files'
import { newId } from '../support/county/sheets'
import { filledTable, openWorkbook, plainTable, previewTargets, tableTicket } from '../support/county/tables'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await county.arrangeCycle({ phase: 'review' })
  await county.database.collection('targets').where({}).remove()
})

const asked = { kind: 'targets' as const, cycleId }
const fill = (edit: (sheet: Worksheet) => void) => filledTable(county, asked, edit)
const office = () => county.as('office')
const ask = (name: 'target.preview' | 'target.import', ticketId: string, openid = 'office') =>
  county.as(openid).verdict(name, { cycleId, ticketId, ...(name === 'target.preview' ? { fileName: '表.xlsx' } : {}) })
const importTable = ({ ticketId }: Pick<TargetPreview, 'ticketId'>) =>
  office().get('target.import', { cycleId, ticketId })
const save = (unitId: string, from: number | null, to: number | null, measure = 'subscriptions') =>
  office().get('target.save', { cycleId, operationId: newId(), cells: [{ unitId, measure, from, to }] })
const numbers = async () => (await county.database.collection('targets').doc(cycleId).get()).data[0]?.units ?? {}
/** 报刊征订 of the unit in that row of the template; 城关镇 is row 5. */
const subscriptions = (row: number) => `H${row}`

describe('the template', () => {
  it('has a row a unit, a column a 任务, the numbers that stand and nothing to fill where none is asked', async () => {
    await save('township-a', null, 486)
    const { address, fileName } = await office().get('document.make', asked)
    expect(fileName).toBe('2026年度 目标任务分解表.xlsx')
    const workbook = await openWorkbook(Buffer.from(await (await fetch(address)).arrayBuffer()))
    const [sheet, notes] = workbook.worksheets
    expect([sheet?.name, notes?.name]).toEqual(['目标任务分解表', '填表说明'])
    expect(sheet?.getCell('H3').value).toBe('报刊征订\n（份）')
    expect(sheet?.getCell('H4').value).toBe('附件1第25项\n附件2第23项\n附件3第5项\n附件4第22项')
    expect([5, 6, 12].map(row => sheet?.getCell(row, 2).value)).toEqual([
      '城关镇总工会',
      '河口镇总工会',
      '供电公司工会',
    ])
    expect([sheet?.getCell('H5').value, sheet?.getCell('H6').value, sheet?.getCell('I5').value]).toEqual([
      486,
      null,
      '—',
    ])
    expect(sheet?.getRow(2).hidden).toBe(true)
    expect(sheet?.views).toMatchObject([{ state: 'frozen', xSplit: 2, ySplit: 4 }])
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:4' })
  })

  it('imports as it is without changing anything', async () => {
    await save('township-a', null, 486)
    expect(await previewTargets(county, await fill(() => undefined))).toMatchObject({
      problems: [],
      units: 8,
      changes: 0,
    })
  })
})

describe('target.preview', () => {
  it('shows each cell that would change, blanks too, and changes nothing', async () => {
    await save('township-a', null, 486)
    await save('township-b', null, 300)
    const content = await fill(sheet => {
      sheet.getCell(subscriptions(5)).value = 500
      sheet.getCell(subscriptions(6)).value = null
      sheet.getCell('D5').value = ' １０ 家'
    })
    const { cells, changes, problems } = await previewTargets(county, content)
    expect({ problems, changes }).toEqual({ problems: [], changes: 3 })
    expect(cells).toEqual([
      { unitId: 'township-a', measure: 'workers-homes', from: null, to: 10 },
      { unitId: 'township-a', measure: 'subscriptions', from: 486, to: 500 },
      { unitId: 'township-b', measure: 'subscriptions', from: 300, to: null },
    ])
    expect(await numbers()).toEqual({ 'township-a': { subscriptions: 486 }, 'township-b': { subscriptions: 300 } })
  })

  it('tells every fault by its cell, and the table can then not be imported', async () => {
    const content = await fill(sheet => {
      sheet.getCell(subscriptions(5)).value = '十'
      sheet.getCell('I5').value = 3
      sheet.getCell('B6').value = '河口镇'
    })
    const preview = await previewTargets(county, content)
    expect(preview.problems).toEqual([
      { cell: 'H5', message: '“报刊征订”的任务数要写成数字，写的是“十”。' },
      { cell: 'I5', message: '“城关镇总工会”的评分细则里没有“所属单位工会换届”这个任务，不能填。' },
      { cell: 'B6', message: '今年考核的单位里没有“河口镇”。请照单位名单写全称。' },
    ])
    expect(preview).toMatchObject({ cells: [], changes: 0 })
    expect(await ask('target.import', preview.ticketId)).toBe('table.faulty')
    expect(await numbers()).toEqual({})
  })

  it('may be repeated, and sees what stands then', async () => {
    const ticketId = await tableTicket(
      county,
      await plainTable([
        ['单位', '报刊征订'],
        ['城关镇总工会', 486],
      ]),
    )
    const preview = () => office().get('target.preview', { cycleId, ticketId, fileName: '表.xlsx' })
    expect((await preview()).changes).toBe(1)
    await save('township-a', null, 486)
    expect(await ask('target.import', ticketId)).toBe('table.outdated')
    expect((await preview()).changes).toBe(0)
  })

  it('is refused to others, for other tickets, and for what is no table', async () => {
    const table = await plainTable([['单位'], ['城关镇总工会']])
    const ticketId = await tableTicket(county, table)
    expect(await ask('target.preview', ticketId, 'leader')).toBe('permission.denied')
    expect(await ask('target.preview', 'no-such')).toBe('material.ticket-unknown')
    const others = await tableTicket(county, table, 'head-publicity')
    expect(await ask('target.preview', others)).toBe('material.ticket-unknown')
    await county.arrangeCycle({ phase: 'archived' })
    expect(await ask('target.preview', ticketId)).toBe('record.closed')
    await county.arrangeCycle({ phase: 'review' })
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')])
    for (const content of [old, pdf().content, table.subarray(0, 1000)]) {
      expect(await ask('target.preview', await tableTicket(county, content))).toBe('table.unreadable')
    }
  })

  it('takes the file in once: what is put to its old place afterwards changes nothing', async () => {
    const table = await plainTable([
      ['单位', '报刊征订'],
      ['城关镇总工会', 486],
    ])
    const ticketId = await tableTicket(county, table)
    await office().get('target.preview', { cycleId, ticketId, fileName: '表.xlsx' })
    const [ticket] = (await county.database.collection('upload-tickets').doc(ticketId).get()).data
    await upload(
      county,
      'office',
      ticket.path,
      await plainTable([
        ['单位', '报刊征订'],
        ['城关镇总工会', 9],
      ]),
    )
    const again = await office().get('target.preview', { cycleId, ticketId, fileName: '表.xlsx' })
    expect(again.cells.map(({ to }) => to)).toEqual([486])
  })
})

describe('target.import', () => {
  it('counts as a whole, keeps what it replaced, and leaves alone what the file does not name', async () => {
    await save('township-b', null, 300)
    await save('system-a', null, 3, 'training')
    const preview = await previewTargets(
      county,
      await plainTable([
        ['单位', '报刊征订'],
        ['城关镇 总工会', 486],
        ['河口镇总工会', null],
      ]),
    )
    expect(await importTable(preview)).toEqual({ revision: 3, changes: 2 })
    expect(await numbers()).toEqual({
      'township-a': { subscriptions: 486 },
      'township-b': {},
      'system-a': { training: 3 },
    })
    const opened = await office().get('target.open', { cycleId })
    expect(opened).toMatchObject({ revision: 3, changed: { name: '考核办', fileName: '任务分解表.xlsx' } })
    const [kept] = (await county.database.collection('targets').doc(`${cycleId}:r2`).get()).data
    expect(kept).toMatchObject({ units: { 'township-b': { subscriptions: 300 }, 'system-a': { training: 3 } } })
  })

  it('answers a repetition as before, even when the year is filed', async () => {
    const preview = await previewTargets(
      county,
      await plainTable([
        ['单位', '报刊征订'],
        ['城关镇总工会', 486],
      ]),
    )
    const both = await Promise.all([importTable(preview), importTable(preview)])
    expect(both).toEqual([both[0], both[0]])
    await save('township-a', 486, 500)
    await county.arrangeCycle({ phase: 'archived' })
    expect(await importTable(preview)).toEqual({ revision: 1, changes: 1 })
    expect(await numbers()).toEqual({ 'township-a': { subscriptions: 500 } })
  })

  it('is refused where somebody has changed the table since, without a preview, to others, and once the year is filed', async () => {
    const preview = await previewTargets(
      county,
      await plainTable([
        ['单位', '报刊征订'],
        ['城关镇总工会', 486],
      ]),
    )
    expect(await ask('target.import', preview.ticketId, 'leader')).toBe('permission.denied')
    expect(await ask('target.import', 'never-previewed')).toBe('table.not-previewed')
    await save('township-b', null, 300)
    expect(await ask('target.import', preview.ticketId)).toBe('table.outdated')
    await county.arrangeCycle({ phase: 'archived' })
    expect(await ask('target.import', preview.ticketId)).toBe('record.closed')
    expect(await numbers()).toEqual({ 'township-b': { subscriptions: 300 } })
  })
})
