import { atClock } from '#shared/cycle/beijing-time'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { cycleId } from '../support/county'
import { scoredSheet } from '../support/county/score-check'
import { newId } from '../support/county/sheets'
import { call, type NearClock, openNearClock } from './season/near-clock'

/* 疑问 and its answer as messages on phones: by day, once, and only while they are true. */

const HOUR = 3_600_000
const unitId = 'township-a'
const [, , progressId = ''] = Object.keys(demoTemplates)
const head = 'head-general-office'
const chair = 'chair-township-a'
const noon = atClock(Date.now() + 24 * HOUR, 12)
let clock: NearClock

beforeAll(async () => {
  clock = await openNearClock(noon)
  await clock.database.collection('cycles').doc(cycleId).update({ phase: 'score-check', untold: [] })
})
afterAll(() => clock.close())

beforeEach(async () => {
  clock.setTime(noon)
  const { _id, ...stored } = await clock.stored(unitId)
  const fresh = { ...stored, ...scoredSheet(), remindAt: null }
  await clock.database.collection('assessments').doc(_id).set(fresh)
  await clock.database.collection('notices').where({ cycleId }).remove()
  for (const openid of [head, chair])
    for (let time = 0; time < 3; time += 1) {
      await clock.wechat.answer(openid, { [progressId]: 'accept' })
      const answers = [{ template: 'progress', answer: 'accept' }]
      await ask(openid, 'consent.record', { operationId: newId(), answers })
    }
})

async function ask(openid: string, request: string, input: object): Promise<void> {
  const reply = await call(clock, openid, request, input)
  if (!reply.ok) throw new Error(reply.problem.message)
}

const ofItem = (itemId: string, revision: number) => ({ cycleId, unitId, itemId, operationId: newId(), revision })
const raise = (itemId: string) => ask(chair, 'score-check.doubt', { ...ofItem(itemId, 0), text: '签到册上有我们' })
const withdraw = (itemId: string) => ask(chair, 'score-check.withdraw-doubt', ofItem(itemId, 1))
const keep = (itemId: string) =>
  ask(head, 'score-check.answer', {
    ...{ ...ofItem(itemId, 1), departmentId: 'general-office' },
    answer: { kind: 'kept', text: '核对过原件' },
  })
/** What that phone has shown since, each with its words. */
async function shownTo(openid: string, act: () => Promise<void>): Promise<string[]> {
  const before = clock.wechat.messages(openid).length
  await act()
  return clock.wechat
    .messages(openid)
    .slice(before)
    .map(({ lines }) => lines.at(-1)?.[1] ?? '')
}

it('a doubt reaches the department, several at once as one, and never twice', async () => {
  const shown = await shownTo(head, async () => {
    await raise('a1-01')
    await raise('a1-02')
    await clock.fire()
    await clock.fire()
  })
  expect(shown).toEqual([expect.stringMatching(/^共2条，城关镇总工会请再看看第[12]项/)])
})

it('an answer reaches the unit, in the morning where it was given at night', async () => {
  await raise('a1-01')
  await clock.fire()
  clock.setTime(atClock(noon, 22))
  const atNight = await shownTo(chair, async () => {
    await keep('a1-01')
    await clock.fire()
  })
  expect(atNight).toEqual([])
  clock.setTime(atClock(noon + 24 * HOUR, 8))
  const inTheMorning = await shownTo(chair, () => clock.fire())
  expect(inTheMorning).toEqual([expect.stringContaining('办公室答复了第1项的疑问：维持3')])
})

it('a doubt that was taken back before its time is not told', async () => {
  clock.setTime(atClock(noon, 22))
  await raise('a1-01')
  await clock.fire()
  await withdraw('a1-01')
  clock.setTime(atClock(noon + 24 * HOUR, 8))
  expect(await shownTo(head, () => clock.fire())).toEqual([])
})
