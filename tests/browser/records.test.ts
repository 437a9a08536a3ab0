import type { Page } from 'playwright-core'
import { drawPage } from '../../localcloud/demo-county/pictures'
import { cycleId } from '../support/county'
import { entryOf, putAll, recordIn, storedRecord } from '../support/county/records'
import { newId } from '../support/county/sheets'
import { excelType, filledTable } from '../support/county/tables'
import { pasteAt, typeDown } from './department-screens'
import { goTo, type H5, look, seen, startH5, write } from './h5'

/* What the county itself holds: 目标任务分解表, 县总记录 and 会议签到, entered and corrected on a PC. */

jest.setTimeout(60_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
})
afterAll(async () => {
  await h5.close()
  expect(h5.troubles).toEqual([])
})

const office = { cycleId, departmentId: null }
const told = (page: Page, where: string, words: string | RegExp) => seen(page, where).getByText(words).first().waitFor()

/** Opens the browser's own chooser by a touch, and chooses this file. */
async function choose(page: Page, opener: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser')
  await seen(page, opener).click()
  await (await chooser).setFiles(file)
}

it('targets: typed, pasted from Excel, and imported after a preview; a faulty table changes nothing', async () => {
  const { county } = h5
  const numbers = async () => {
    const { measures, units } = await county.as('office').get('target.open', { cycleId })
    const place = (wanted: string) => measures.findIndex(({ measure }) => measure === wanted)
    return (unitId: string, measure: string) => units.find(unit => unit.unitId === unitId)?.numbers[place(measure)]
  }
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/targets/targets')
  await typeDown(page, '#cell-1-1', ['12', '8'])
  await told(page, '#status-line', /^已存/)
  await pasteAt(page, '#cell-1-4', '2\t1,200\r\n3\t三十\r\n')
  await told(page, '#told', '贴了4格')
  await told(page, '#targets-look', /河口镇总工会 报刊征订：「三十」不是数/)
  await look(page, 'pc/targets')
  await page.waitForFunction(() => document.querySelector('#status-line')?.textContent?.includes('1格要您看一下'))
  const typed = await numbers()
  expect([typed('township-a', 'workers-homes'), typed('township-b', 'workers-homes')]).toEqual([12, 8])
  expect([typed('township-a', 'subscriptions'), typed('township-b', 'subscriptions')]).toEqual([1200, null])
  await typeDown(page, '#cell-2-5', ['30'])
  await told(page, '#status-line', /^已存/)

  await seen(page, '#cell-1-3').click()
  await page.keyboard.type('60')
  const saved = page.waitForResponse(response => response.request().postData()?.includes('target.save') ?? false)
  await seen(page, '#segment-all').click()
  await saved
  const { units } = await county.as('office').get('target.open', { cycleId })
  expect(units.map(unit => unit.numbers.filter(number => number === 60).length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
  await seen(page, '#segment-township').click()

  const asked = { kind: 'targets' as const, cycleId }
  const table = async (subscriptions: [unknown, unknown]) => ({
    name: '任务分解表.xlsx',
    mimeType: excelType,
    buffer: await filledTable(county, asked, sheet => {
      sheet.getCell('H5').value = subscriptions[0] as string
      sheet.getCell('H6').value = subscriptions[1] as string
    }),
  })
  await choose(page, '#targets-import', await table(['五百', -3]))
  await told(page, '#import-faults', /2处不对/)
  expect(await seen(page, '.import-cell').allTextContents()).toEqual(['H5', 'H6'])
  expect(await seen(page, '#import-apply').count()).toBe(0)
  await look(page, 'pc/targets-faulty')
  await choose(page, '#import-again', await table([500, 45]))
  await told(page, '#import-summary', '表里8个单位，2格要改')
  await look(page, 'pc/targets-preview')
  expect((await numbers())('township-a', 'subscriptions')).toBe(1200)
  await seen(page, '#import-apply').click()
  await told(page, '#import-done', '导入了，改了2格')
  const imported = await numbers()
  expect([imported('township-a', 'subscriptions'), imported('township-b', 'subscriptions')]).toEqual([500, 45])
  expect(await seen(page, '#cell-2-5').textContent()).toBe('45')
  await page.context().close()
})

it('a target that was typed without signal is saved once there is one', async () => {
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/targets/targets')
  await seen(page, '#cell-1-2').waitFor()
  await page.context().setOffline(true)
  await typeDown(page, '#cell-1-2', ['7'])
  await told(page, '#status-line', '没信号，1格先存本机')
  expect(await seen(page, '#cell-1-2').textContent()).toBe('7')
  await page.context().setOffline(false)
  await told(page, '#status-line', /^已存/)
  const { measures, units } = await h5.county.as('office').get('target.open', { cycleId })
  const place = measures.findIndex(({ measure }) => measure === 'wage-agreements')
  expect(units.find(({ unitId }) => unitId === 'township-a')?.numbers[place]).toBe(7)
  await page.context().close()
})

it('a meeting: the list is changed, who is not there is marked, 签到册 is attached, 有出入 is answered by correcting', async () => {
  const { county } = h5
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/meetings/meetings')
  await seen(page, '#meeting-new').click()
  await write(page, '#meeting-title', '第三季度工作推进会')
  await write(page, '#meeting-date', '9月24日')
  await seen(page, '#people-township-a').click()
  await write(page, '#people-names', '主席 王建国、委员 李红')
  await seen(page, '#people-close').click()
  await seen(page, '#people-party-b').click()
  await seen(page, '#unit-invited').click()
  await seen(page, '#people-close').click()
  await seen(page, '#person-township-a-1').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('3')
  await write(page, '#note-township-b-0', '副主席')
  await told(page, '#meeting-turnout', '应到 8人，缺席 1，代会 1')
  await choose(page, '#sheet-album', { name: '签到册.png', mimeType: 'image/png', buffer: drawPage(1, 720) })
  await told(page, '#meeting-sheets', '附了1页')
  await look(page, 'pc/meeting-new')
  await page.reload()
  await seen(page, '#meeting-new').click()
  await told(page, '#meeting-turnout', '应到 8人，缺席 1，代会 1')
  await seen(page, '#meeting-save').click()
  await seen(page, '#saved-meeting').waitFor()
  const [row] = (await county.as('office').get('meeting.list', office)).meetings
  expect(row).toMatchObject({ date: '2026-09-24', units: 7, expected: 8, absent: 1, leave: 0, proxy: 1 })
  const meetingId = row?.meetingId ?? ''
  const opened = await county.as('office').get('meeting.open', { ...office, meetingId })
  expect(opened.sheets).toHaveLength(1)

  await county.as('filler-township-a').get('record.raise-doubt', {
    cycleId,
    unitId: 'township-a',
    measure: 'absences',
    entryId: `${meetingId}-p1`,
    operationId: newId(),
    text: '那天李红请了假',
  })
  await goTo(page, '/office/records/records')
  await seen(page, '#record-doubts').click()
  await seen(page, '[id^=told-correct-]').click()
  await seen(page, '#meeting-doubts').click()
  await told(page, '#person-pane', '那天李红请了假')
  await seen(page, '#to-leave').click()
  await write(page, '#person-reason', '有请假条')
  await look(page, 'pc/meeting-doubt')
  await seen(page, '#person-correct').click()
  await told(page, '#person-pane', /更正：有请假条/)
  await told(page, '#meeting-turnout', /应到 8人，请假 1，代会 1/)
  const corrected = await county.as('office').get('meeting.open', { ...office, meetingId })
  expect(corrected.units[0]?.people[1]).toMatchObject({ attendance: 'leave', was: [{ attendance: 'absent' }] })
  expect(corrected.units[0]?.doubts[0]?.answer?.kind).toBe('corrected')
  await page.context().close()
})

it('a 有出入 about an article is answered by correcting it, and explained by a word', async () => {
  const { county } = h5
  await putAll(county, 'county-records', [storedRecord('articles', { 'township-a': entryOf(), 'system-a': entryOf() })])
  const doubt = (unitId: string, text: string) =>
    county.as(`filler-${unitId}`).get('record.raise-doubt', {
      cycleId,
      unitId,
      measure: 'articles',
      entryId: 'first',
      operationId: newId(),
      text,
    })
  await doubt('township-a', '市报也登了')
  await doubt('system-a', '这篇不是我们的')
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/records/records')
  await seen(page, '#record-doubts').click()
  const card = (words: string) => seen(page, '[id^=told-]').filter({ hasText: words }).first()
  await card('市报也登了').getByText('更正', { exact: true }).click()
  await write(page, '#correct-level', '市级')
  await seen(page, '#correct-save').click()
  await told(page, '#correct-entry', '请写更正的原因')
  await write(page, '#correct-reason', '市报 3 月 15 日登过')
  await look(page, 'pc/records-doubt')
  await seen(page, '#correct-save').click()
  await card('市报也登了').getByText('已更正').waitFor()
  await told(page, '#unit-entries', '县级')
  await card('这篇不是我们的').getByText('说明', { exact: true }).click()
  await write(page, '[id^=explain-text-]', '署名是你们系统')
  await seen(page, '[id^=explain-send-]').click()
  await card('这篇不是我们的').getByText('已说明').waitFor()
  const stored = await recordIn(county, 'articles')
  expect(stored?.entries['township-a']?.first).toMatchObject({
    value: { level: '市级' },
    was: [{ value: { level: '县级' } }],
  })
  await page.context().close()
})

it('a department enters an article; nothing that was begun is lost', async () => {
  const page = await h5.at('head-publicity', 'pc')
  await goTo(page, '/department/records/records')
  await seen(page, '#record-articles').click()
  await seen(page, '#records-unit-township-b').click()
  await write(page, '#entry-what', '“安康杯”竞赛启动')
  await write(page, '#entry-date', '6月31日')
  await seen(page, '#entry-save').click()
  await told(page, '#new-entry', /不是日期/)
  await page.reload()
  await seen(page, '#record-articles').click()
  await seen(page, '#records-unit-township-b').click()
  expect(await seen(page, '#entry-what input').inputValue()).toBe('“安康杯”竞赛启动')
  await write(page, '#entry-date', '6月18日')
  await page.keyboard.press('Enter')
  await told(page, '#unit-entries', /6月18日/)
  await look(page, 'pc/department-records')
  expect(await seen(page, '#entry-what input').inputValue()).toBe('')
  const stored = await recordIn(h5.county, 'articles')
  expect(Object.values(stored?.entries['township-b'] ?? {}).map(({ value }) => value)).toEqual([
    { what: '“安康杯”竞赛启动', date: '2026-06-18', level: '', count: 1 },
  ])
  await page.context().close()
})
