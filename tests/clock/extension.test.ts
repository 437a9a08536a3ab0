import { assessmentId } from '#shared/assessment/assessment'
import type { Sheet } from '#shared/contract/assessment-contract'
import type { NoticeList } from '#shared/contract/notice-contract'
import { atClock, printDay } from '#shared/cycle/beijing-time'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { filledSheet, newId } from '../support/county/sheets'
import { cycleId } from '../support/county/snapshot'
import { call, type NearClock, openNearClock } from './season/near-clock'
import { foundSeason } from './season/season-county'

/*
 * 展期 on the way to a phone, and the days of a unit that has one beside a unit that has none. The county's deadline is
 * 11 March, 12:00; its reminders come on the 4th, 8th, 10th and on the morning itself.
 */

const DAY = 86_400_000
const BEGIN = atClock(Date.parse('2027-03-01T04:00:00Z'), 12)
const deadlineId = Object.keys(demoTemplates)[0] ?? ''
const [extended, usual] = ['chair-u-0000', 'chair-u-0003']
let near: NearClock
beforeEach(async () => {
  near = await openNearClock(BEGIN)
  await foundSeason(near, { units: 4, selfDays: 10, reviewDays: 30 })
  const nothing = near.database.command.set([])
  await near.database.collection('cycles').doc(cycleId).update({ untold: nothing })
  // Nobody has consented when the first reminder comes.
  await fireAt(4, 9)
  // WeChat's push names its second, and nobody consents twice in one.
  for (let time = 0; time < 12; time += 1) {
    near.setTime(atClock(BEGIN + 3 * DAY, 12) + time * 1000)
    for (const openid of [extended, usual]) await near.wechat.answer(openid, { [deadlineId]: 'accept' })
  }
})
afterEach(() => near.close())

const toTime = (march: number, hour: number) => near.setTime(atClock(BEGIN + (march - 1) * DAY, hour))
async function fireAt(march: number, hour: number): Promise<void> {
  toTime(march, hour)
  await near.fire()
}
async function ask<Output>(openid: string, request: string, input: object): Promise<Output> {
  const reply = await call(near, openid, request, input)
  if (!reply.ok) throw new Error(reply.problem.message)
  return reply.output as Output
}
const extend = (until: string | null, unitIds = ['u-0000']) =>
  ask('office', 'assessment.extend', { cycleId, unitIds, operationId: newId(), reason: '换届', until })
/** What this phone was shown: on which day, until when it says there is time, and its words. */
const shownTo = (openid: string) =>
  near.wechat
    .messages(openid)
    .map(({ at, lines }) => [printDay(at), lines[1]?.[1] ?? '', lines[2]?.[1].replace(/，还有25项没填。$/, '') ?? ''])
const own = '2027年3月15日 23:59'
const countys = '2027年3月11日 12:00'

it('is reminded 7, 3 and 1 days and the morning before its own day, others before theirs', async () => {
  toTime(5, 15)
  await extend('2027-03-15')
  for (let march = 5; march <= 16; march += 1) for (const hour of [8, 9, 12.5]) if (march > 5) await fireAt(march, hour)
  expect(shownTo(extended)).toEqual([
    ['3月6日', own, '县总给您单位展期到3月15日。'],
    ['3月8日', own, '还有7天截止'],
    ['3月12日', own, '还有3天截止'],
    ['3月14日', own, '还有1天截止'],
    ['3月15日', own, '今天截止'],
  ])
  expect(shownTo(usual)).toEqual([
    ['3月8日', countys, '还有3天截止'],
    ['3月10日', countys, '还有1天截止'],
    ['3月11日', countys, '今天截止'],
  ])
})

it('hands in in time after the county’s deadline, when 评分 has begun, and then is reminded no more', async () => {
  toTime(10, 15)
  await extend('2027-03-15')
  await fireAt(11, 12.5)
  const { data } = await near.database.collection('cycles').doc(cycleId).get()
  expect(data[0].phase).toBe('review')
  await fireAt(12, 9)
  const late = async (openid: string, unitId: string) => {
    const { items, summary } = filledSheet('township')
    const sheet = near.database.collection('assessments').doc(assessmentId(cycleId, unitId))
    const set = near.database.command.set
    await sheet.update({ items: set(items), summary: set({ ...summary, byDepartment: {} }) })
    return (await ask<Sheet>(openid, 'assessment.submit', { cycleId, unitId })).submission?.late
  }
  toTime(13, 20)
  expect(await late(extended, 'u-0000')).toBe(false)
  expect(await late(usual, 'u-0003')).toBe(true)
  for (const march of [14, 15]) for (const hour of [8, 9]) await fireAt(march, hour)
  expect(shownTo(extended).map(([day]) => day)).toEqual(['3月11日', '3月12日'])
})

it('lets no reminder go out that waits for WeChat and names the day before it', async () => {
  near.wechat.setDown(true)
  await fireAt(8, 9)
  toTime(8, 9.05)
  await extend('2027-03-15')
  near.wechat.setDown(false)
  for (const hour of [9.2, 9.5]) await fireAt(8, hour)
  expect(shownTo(extended)).toEqual([['3月8日', own, '县总给您单位展期到3月15日。']])
  expect(shownTo(usual)).toEqual([['3月8日', countys, '还有3天截止']])
  const { notices } = await ask<NoticeList>(extended, 'notice.list', {})
  expect(notices.map(({ words }) => words.slice(0, 4))).toEqual(['县总给您', '还有7天'])
})

it('of several the last is told, and one taken back as well', async () => {
  toTime(5, 22)
  await extend('2027-03-13')
  toTime(5, 22.1)
  await extend('2027-03-15')
  await near.fire()
  toTime(5, 22.2)
  await extend('2027-03-14')
  await fireAt(6, 8.5)
  expect(shownTo(extended)).toEqual([['3月6日', '2027年3月14日 23:59', '县总给您单位展期到3月14日。']])
  toTime(6, 8.8)
  await extend(null)
  await fireAt(6, 9)
  expect(shownTo(extended).at(-1)).toEqual(['3月6日', countys, '县总收回了展期，3月11日截止。'])
  await fireAt(8, 9)
  expect(shownTo(extended).at(-1)).toEqual(['3月8日', countys, '还有3天截止'])
})

it('is not told once it is handed in, nor reminded of once 评分 is over', async () => {
  toTime(5, 22)
  await extend('2027-03-15', ['u-0000', 'u-0003'])
  await near.fire()
  const submission = near.database.command.set({ signature: { at: near.now() } })
  await near.database.collection('assessments').where({ unitId: 'u-0000' }).update({ stage: 'submitted', submission })
  await fireAt(6, 9)
  expect(shownTo(extended)).toEqual([])
  await ask('office', 'cycle.change-phase', { cycleId, phase: 'joint-review' })
  await fireAt(8, 9)
  expect(shownTo(usual).map(([, , words]) => words)).toEqual(['县总给您单位展期到3月15日。'])
})

it('granted at night for the same day, when nobody is woken, is on the office’s list at once', async () => {
  toTime(11, 22)
  await near.fire()
  await extend('2027-03-11')
  await near.fire()
  toTime(11, 22.2)
  await near.fire()
  const { people } = await ask<{ people: { unitName: string; reason: string }[] }>('office', 'notice.unreached', {
    cycleId,
  })
  const [person] = people.filter(({ unitName }) => unitName === '第1单位工会')
  expect(person).toMatchObject({ reason: '微信没来得及发' })
  await fireAt(12, 8.5)
  expect(shownTo(extended)).toEqual([])
})

it('for whom no message reaches, stands on the office’s list', async () => {
  toTime(5, 15)
  await extend('2027-03-15', ['u-0001'])
  await near.fire()
  await fireAt(5, 15.1)
  const { people } = await ask<{ people: { unitName: string; told: { words: string }[] }[] }>(
    'office',
    'notice.unreached',
    { cycleId },
  )
  const ofTheUnit = people.filter(({ unitName }) => unitName === '第2单位工会')
  // The reminder of the county's day, which did not reach them either, no longer concerns them.
  expect(ofTheUnit.map(({ told }) => told.map(({ words }) => words))).toEqual([
    ['县总给您单位展期到3月15日。'],
    ['县总给您单位展期到3月15日。'],
  ])
})
