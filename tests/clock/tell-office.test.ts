import type { NoticeList, UnreachedList } from '#shared/contract/notice-contract'
import { atClock } from '#shared/cycle/beijing-time'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { cycleId } from '../support/county/snapshot'
import { call, type NearClock, openNearClock } from './season/near-clock'
import { foundSeason } from './season/season-county'

/* 考核办 is told that there are people to phone: once a day, and only where somebody new is among them. */

const DAY = 86_400_000
const BEGIN = atClock(Date.parse('2027-03-01T04:00:00Z'), 12)
const progressId = Object.keys(demoTemplates)[2] ?? ''
let near: NearClock
beforeEach(async () => {
  near = await openNearClock(BEGIN)
  await foundSeason(near, { units: 3, selfDays: 10, reviewDays: 30 })
  const nothing = near.database.command.set([])
  await near.database.collection('cycles').doc(cycleId).update({ untold: nothing })
})
afterEach(() => near.close())

/** The clock at that hour so many days after the beginning; reminders come at 9:00 of the days 3, 7 and 9. */
async function fireAt(day: number, hour: number): Promise<void> {
  near.setTime(atClock(BEGIN + day * DAY, hour))
  await near.fire()
}
async function asOffice<Output>(request: string, input: object): Promise<Output> {
  const reply = await call(near, 'office', request, input)
  if (!reply.ok) throw new Error(reply.problem.message)
  return reply.output as Output
}
const told = async () => (await asOffice<NoticeList>('notice.list', {})).notices
const messages = () => near.wechat.messages('office')
const consent = () => near.wechat.answer('office', { [progressId]: 'accept' })
async function phoneAll(): Promise<void> {
  const { people } = await asOffice<UnreachedList>('notice.unreached', { cycleId })
  for (const { told } of people)
    await asOffice('notice.phoned', { cycleId, notices: told.map(({ noticeId }) => noticeId) })
}

it('after the morning’s reminders, with the number of units, where the list is', async () => {
  await consent()
  await fireAt(3, 9)
  expect(await told()).toEqual([])
  await fireAt(3, 9.5)
  expect(await told()).toMatchObject([
    {
      kind: 'unreached',
      words: '3个单位没通知到，请打电话。',
      page: '/office/unreached/unreached?post=office',
    },
  ])
  expect(messages().map(({ lines }) => lines)).toEqual([
    [
      ['事项', '有单位没通知到'],
      ['时间', '2027年3月4日 9:30'],
      ['结果', '3个单位没通知到，请打电话。'],
    ],
  ])
})

it('once a day, and not again the next day where nobody is new', async () => {
  for (const hour of [9, 9.5, 10, 16, 20.9]) await fireAt(3, hour)
  await fireAt(4, 9.5)
  await fireAt(5, 12)
  expect(await told()).toHaveLength(1)
})

it('again when another reminder did not arrive, of those alone who are not phoned and not done', async () => {
  for (const hour of [9, 10]) await fireAt(3, hour)
  await phoneAll()
  const first = near.database.collection('assessments').where({ unitId: 'u-0000' })
  const submission = near.database.command.set({ signature: { at: near.now() } })
  await first.update({ stage: 'submitted', submission })
  for (const hour of [9, 10]) await fireAt(7, hour)
  expect((await told()).map(({ words }) => words)).toEqual([
    '2个单位没通知到，请打电话。',
    '3个单位没通知到，请打电话。',
  ])
})

it('not where everybody was phoned before', async () => {
  await fireAt(3, 9)
  await phoneAll()
  await fireAt(3, 9.5)
  expect(await told()).toEqual([])
})

it('not where it stopped being so while WeChat was down', async () => {
  await consent()
  await fireAt(3, 9)
  near.wechat.setDown(true)
  await fireAt(3, 9.5)
  expect(messages()).toEqual([])
  await phoneAll()
  near.wechat.setDown(false)
  await fireAt(3, 12)
  expect([messages(), await told()]).toEqual([[], []])
})

it('never at night, and nobody whose post has ended', async () => {
  await fireAt(3, 9)
  await fireAt(3, 21.5)
  expect(await told()).toEqual([])
  const office = near.database.collection('members').where({ openid: 'office' })
  await office.update({ 'posts.0.to': near.now() })
  await fireAt(4, 9.5)
  const { data } = await near.database.collection('notices').where({ kind: 'unreached' }).get()
  expect(data).toEqual([])
})

it('twice by nobody: a clock that is killed anywhere tells it once', async () => {
  await consent()
  await fireAt(3, 9)
  near.setTime(atClock(BEGIN + 3 * DAY, 9.5))
  for (let calls = 6; calls < 60; calls += 6) {
    near.setTime(near.now() + 5 * 60_000)
    await near.fire(calls)
  }
  await fireAt(3, 12)
  expect(messages().length).toBeLessThanOrEqual(1)
  expect(await told()).toHaveLength(1)
})
