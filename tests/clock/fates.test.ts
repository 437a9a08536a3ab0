import type { UnreachedList } from '#shared/contract/notice-contract'
import { atClock } from '#shared/cycle/beijing-time'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { cycleId } from '../support/county/snapshot'
import { call, type NearClock, openNearClock } from './season/near-clock'
import { foundSeason } from './season/season-county'

/* What becomes of one message: each fate is written down, none is told twice, and the office hears of what failed. */

const DAY = 86_400_000
const MINUTE = 60_000
const BEGIN = atClock(Date.parse('2027-03-01T04:00:00Z'), 12)
const REMINDER = atClock(BEGIN + 3 * DAY, 9)
const deadlineId = Object.keys(demoTemplates)[0] ?? ''
const chair = 'chair-u-0000'
let near: NearClock
beforeEach(open)
async function open(): Promise<void> {
  near = await openNearClock(BEGIN)
  await foundSeason(near, { units: 1, selfDays: 10, reviewDays: 30 })
  const untold = near.database.command.set([])
  await near.database.collection('cycles').doc(cycleId).update({ untold })
}
afterEach(() => near.close())

const agree = () => near.wechat.answer(chair, { [deadlineId]: 'accept' })
async function fireAt(time: number, calls?: number): Promise<void> {
  near.setTime(time)
  await near.fire(calls)
}
const notice = { kind: 'deadline-near' }
const fate = async () => (await near.database.collection('notices').where(notice).get()).data[0]?.fate
const used = async () =>
  (await near.database.collection('consents').where({ template: 'deadline' }).get()).data[0]?.used
const shown = () => near.wechat.messages(chair).length
async function reasons(): Promise<string[]> {
  const reply = await call(near, 'office', 'notice.unreached', { cycleId })
  if (!reply.ok) throw new Error(reply.problem.message)
  return (reply.output as UnreachedList).people.map(({ reason }) => reason)
}

it('sent: once, with the consent used', async () => {
  await agree()
  for (const minutes of [0, 5, 10]) await fireAt(REMINDER + minutes * MINUTE)
  expect([await fate(), await used(), shown(), await reasons()]).toEqual(['sent', 1, 1, []])
})

it('refused (43101): asked once, the ledger is empty from then on', async () => {
  await agree()
  near.hearsPushes = () => false
  await near.wechat.takeBack(chair, deadlineId)
  for (const minutes of [0, 5, 10]) await fireAt(REMINDER + minutes * MINUTE)
  expect([await fate(), await used(), shown()]).toEqual(['refused', 1, 0])
  expect(near.answers.get(43_101)).toBe(1)
  expect(await reasons()).toEqual(['微信提醒用完了，或关掉了'])
})

it('bad template (47003): no consent is used, and the office reads whom to ask', async () => {
  await agree()
  // Planned while WeChat was down, then a field that it does not take.
  near.wechat.setDown(true)
  await fireAt(REMINDER)
  await near.database.collection('notices').where(notice).update({ words: ' ' })
  near.wechat.setDown(false)
  await fireAt(REMINDER + 30 * MINUTE)
  expect([await fate(), await used(), shown()]).toEqual(['bad-template', 0, 0])
  expect(await reasons()).toEqual(['微信模板不对，请联系维护的人'])
})

it('WeChat down: tried again after 5, 10, 20 … minutes, the consent kept, then sent once', async () => {
  await agree()
  near.wechat.setDown(true)
  const asked = () => near.answers.get(-1) ?? 0
  const counts: number[] = []
  for (let minute = 0; minute <= 75; minute += 5) {
    await fireAt(REMINDER + minute * MINUTE)
    counts.push(asked())
  }
  // At 0, 5, 15, 35 and 75 minutes.
  expect(counts).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5])
  expect([await fate(), await used()]).toEqual(['planned', 0])
  near.wechat.setDown(false)
  await fireAt(REMINDER + 6 * 60 * MINUTE)
  expect([await fate(), await used(), shown(), await reasons()]).toEqual(['sent', 1, 1, []])
})

it('given up: so long before the deadline that the office still can phone', async () => {
  await agree()
  const deadline = BEGIN + 10 * DAY
  near.wechat.setDown(true)
  for (let at = atClock(deadline, 8); at < deadline; at += 5 * MINUTE) await fireAt(at)
  const told = await near.database.collection('notices').where({ fate: 'given-up' }).get()
  expect(told.data).toHaveLength(1)
  expect(deadline - told.data[0].settledAt).toBeGreaterThan(90 * MINUTE)
  expect([await used(), shown(), await reasons()]).toEqual([0, 0, ['微信没来得及发']])
})

it('unknown: claimed by a clock that died; not sent again', async () => {
  for (let calls = 8; (await fate()) !== 'claimed'; calls += 1) {
    if (calls > 60) throw new Error('the clock was never killed while it sent')
    near.close()
    await open()
    await agree()
    await fireAt(REMINDER, calls)
  }
  const out = shown()
  await fireAt(REMINDER + 5 * MINUTE)
  await fireAt(REMINDER + 10 * MINUTE)
  expect([await fate(), shown(), await reasons()]).toEqual(['unknown', out, ['不知道发到没有']])
})

it('the phase moves by itself when the deadline is over, and at night nothing is sent', async () => {
  await agree()
  await fireAt(atClock(BEGIN + 3 * DAY, 21.5))
  expect([await fate(), shown()]).toEqual(['planned', 0])
  await fireAt(atClock(BEGIN + 4 * DAY, 7.9))
  expect(shown()).toBe(0)
  await fireAt(atClock(BEGIN + 4 * DAY, 8))
  expect([await fate(), shown()]).toEqual(['sent', 1])
  const phase = async () => (await near.database.collection('cycles').doc(cycleId).get()).data[0].phase
  await fireAt(BEGIN + 10 * DAY)
  expect(await phase()).toBe('self-assessment')
  await fireAt(BEGIN + 10 * DAY + 1)
  expect(await phase()).toBe('review')
})
