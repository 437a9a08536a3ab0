import { cycleId } from '../support/county'
import { goTo, type H5, look, seen, startH5, write } from './h5'

/* 考核组 on the office's PC: made, changed after being asked, and removed; what is wrong is said before anything is sent. */

jest.setTimeout(60_000)

let h5: H5
beforeAll(async () => {
  h5 = await startH5()
})
afterAll(() => h5.close())

it('makes, changes and removes a group', async () => {
  const groups = async () => (await h5.county.as('office').get('visit-group.list', { cycleId })).groups
  const { people } = await h5.county.as('office').get('visit-group.list', { cycleId })
  const idOf = (name: string) => people.find(person => person.name === name)?.memberId
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/board/board')
  await seen(page, '#go-visit-groups').click()
  await seen(page, '#groups-none').waitFor()
  await seen(page, '#group-add').click()
  await seen(page, '#group-save').click()
  await page.getByText('还有2处没填好。').waitFor()

  await seen(page, `#member-${idOf('保障部评分人')}`).click()
  await seen(page, `#member-${idOf('宣教部评分人')}`).click()
  await seen(page, `#leader-${idOf('宣教部评分人')}`).click()
  await write(page, '#day-date-0', '12月8日')
  await write(page, '#day-search-0', '镇')
  await seen(page, '#day-0-township-b').click()
  await seen(page, '#day-0-township-a').click()
  await write(page, '#day-search-0', '')
  await seen(page, '#day-0-system-a').waitFor()
  await look(page, 'pc/visit-group-form')
  await seen(page, '#group-save').click()
  await page.getByText('12月8日 周二').waitFor()
  await look(page, 'pc/visit-groups')
  const year = (await h5.county.as('office').get('identity.who-am-i', {})).cycle?.cycleId
  expect(await groups()).toMatchObject([
    {
      name: '考核一组',
      leaderId: idOf('宣教部评分人'),
      days: [{ date: `${year}-12-08`, unitIds: ['township-a', 'township-b'] }],
    },
  ])

  const [{ groupId } = { groupId: '' }] = await groups()
  const downloaded = page.waitForEvent('download')
  await seen(page, `#record-${groupId}-township-a`).click()
  await page.getByText('空表，到现场用笔填').click()
  expect((await downloaded).suggestedFilename()).toBe('城关镇总工会 2026年度 实地考核记录.docx')

  await seen(page, `#change-${groupId}`).click()
  await write(page, '#group-name', '城区组')
  await seen(page, '#group-save').click()
  await page.getByText('再下载一次').waitFor()
  await seen(page, '.taro-model__confirm').click()
  await page.getByText('城区组', { exact: true }).waitFor()

  await seen(page, `#remove-${groupId}`).click()
  await seen(page, '.taro-model__confirm').click()
  await seen(page, '#groups-none').waitFor()
  expect(await groups()).toEqual([])
  expect(h5.troubles).toEqual([])
})
