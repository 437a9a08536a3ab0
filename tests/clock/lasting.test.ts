import type { NoticeList } from '#shared/contract/notice-contract'
import { atClock } from '#shared/cycle/beijing-time'
import { lastingTemplates } from '../../localcloud/demo-county/notice-templates'
import { newId } from '../support/county/sheets'
import { cycleId } from '../support/county/snapshot'
import { call, type NearClock, openNearClock } from './season/near-clock'
import { foundSeason } from './season/season-county'

/* 长期订阅: agreed to once, it is used up by nothing, and ends when it is taken back. */

const DAY = 86_400_000
const BEGIN = atClock(Date.parse('2027-03-01T04:00:00Z'), 12)
const [deadlineId = ''] = Object.keys(lastingTemplates)
const chair = 'chair-u-0000'
let near: NearClock
beforeEach(async () => {
  near = await openNearClock(BEGIN, { lasting: true })
  await foundSeason(near, { units: 1, selfDays: 10, reviewDays: 30 })
  const nothing = near.database.command.set([])
  await near.database.collection('cycles').doc(cycleId).update({ untold: nothing })
})
afterEach(() => near.close())

const say = (answer: 'accept' | 'reject') => near.wechat.answer(chair, { [deadlineId]: answer })
const messages = () => near.wechat.messages(chair).length
async function consent(): Promise<NoticeList['consents']['deadline']> {
  const reply = await call(near, chair, 'notice.list', {})
  if (!reply.ok) throw new Error(reply.problem.message)
  return (reply.output as NoticeList).consents.deadline
}
/** Reminders come at 9:00 of the days 3, 7 and 9; each answers the fate of the newest. */
async function remindOn(day: number): Promise<string> {
  near.setTime(atClock(BEGIN + day * DAY, 9))
  await near.fire()
  const query = near.database.collection('notices').where({ kind: 'deadline-near' }).orderBy('plannedAt', 'desc')
  return (await query.limit(1).get()).data[0].fate
}

it('one consent is enough for every reminder of the year', async () => {
  await say('accept')
  expect(await consent()).toEqual({ templateId: deadlineId, lasting: true, left: null })
  expect([await remindOn(3), await remindOn(7), await remindOn(9)]).toEqual(['sent', 'sent', 'sent'])
  expect(messages()).toBe(3)
  expect(await consent()).toMatchObject({ left: null })
  const { data } = await near.database.collection('consents').get()
  expect(data).toMatchObject([{ answer: 'accept', used: 3 }])
})

it.each<[string, () => Promise<void>]>([
  ['a refusal in the box', () => say('reject')],
  ['the switch in WeChat’s settings', () => near.wechat.takeBack(chair, deadlineId)],
])('%s ends it, and nothing is asked of WeChat any more', async (_what, end) => {
  await say('accept')
  await remindOn(3)
  near.setTime(near.now() + DAY)
  await end()
  expect(await consent()).toMatchObject({ left: 0 })
  expect(await remindOn(7)).toBe('no-consent')
  expect([messages(), near.answers.get(43_101) ?? 0]).toEqual([1, 0])
})

it('a ban that the phone tells ends it too', async () => {
  await say('accept')
  near.setTime(near.now() + DAY)
  const answers = [{ template: 'deadline', answer: 'ban' }]
  await call(near, chair, 'consent.record', { operationId: newId(), answers })
  expect(await remindOn(3)).toBe('no-consent')
})

it('taken back and the push lost: WeChat refuses once, then the ledger knows', async () => {
  await say('accept')
  near.hearsPushes = () => false
  await near.wechat.takeBack(chair, deadlineId)
  expect([await remindOn(3), await remindOn(7)]).toEqual(['refused', 'no-consent'])
  expect(near.answers.get(43_101)).toBe(1)
})

it('switched on again in the settings, it goes on', async () => {
  await say('accept')
  await near.wechat.takeBack(chair, deadlineId)
  near.setTime(near.now() + DAY)
  await near.wechat.giveAgain(chair, deadlineId)
  expect(await remindOn(3)).toBe('sent')
})
