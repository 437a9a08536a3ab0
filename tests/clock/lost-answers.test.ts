import type { UnreachedList } from '#shared/contract/notice-contract'
import { atClock } from '#shared/cycle/beijing-time'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { cycleId } from '../support/county/snapshot'
import { call, type NearClock, openNearClock } from './season/near-clock'
import { foundSeason } from './season/season-county'

/* A question to WeChat that gets no answer: was the message sent or not? */

const DAY = 86_400_000
const BEGIN = atClock(Date.parse('2027-03-01T04:00:00Z'), 12)
const REMINDER = atClock(BEGIN + 3 * DAY, 9)
const deadlineId = Object.keys(demoTemplates)[0] ?? ''
let near: NearClock
afterEach(() => near.close())

/** So many units, each with its chair's and filler's consents; the year's opening has been told. */
async function county(units: number): Promise<void> {
  near = await openNearClock(BEGIN)
  const founded = await foundSeason(near, { units, selfDays: 10, reviewDays: 30 })
  await near.database
    .collection('cycles')
    .doc(cycleId)
    .update({ untold: near.database.command.set([]) })
  for (const { openid } of founded.flatMap(({ people }) => people))
    for (let again = 0; again < 2; again += 1) {
      await near.wechat.answer(openid, { [deadlineId]: 'accept' })
      near.setTime(near.now() + 2000)
    }
  near.setTime(REMINDER)
}
async function toPhone(): Promise<UnreachedList['people']> {
  const reply = await call(near, 'office', 'notice.unreached', { cycleId })
  if (!reply.ok) throw new Error(reply.problem.message)
  return (reply.output as UnreachedList).people
}
async function fireLater(minutes: number): Promise<void> {
  near.setTime(near.now() + minutes * 60_000)
  await near.fire()
}

it('is not asked again: the office is told that nobody knows', async () => {
  await county(1)
  near.line = 'swallows-answers'
  await near.fire()
  near.line = 'whole'
  for (const minutes of [5, 10, 60]) await fireLater(minutes)
  expect(near.wechat.messages('chair-u-0000')).toHaveLength(1)
  expect(await toPhone()).toMatchObject([{ reason: '不知道发到没有' }])
})

it('is asked again where nobody took the connection', async () => {
  await county(1)
  near.line = 'cut'
  await near.fire()
  expect(near.wechat.messages()).toEqual([])
  near.line = 'whole'
  await fireLater(11)
  expect(near.wechat.messages('chair-u-0000')).toHaveLength(1)
  expect(await toPhone()).toEqual([])
})

it('stops the run, so that at most fifty are of unknown fate until the next', async () => {
  await county(60)
  near.line = 'swallows-answers'
  await near.fire()
  near.line = 'whole'
  expect(near.wechat.messages()).toHaveLength(50)
  await fireLater(5)
  expect(near.wechat.messages()).toHaveLength(100)
})
