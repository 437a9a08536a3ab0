import { atClock } from '#shared/cycle/beijing-time'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { type County, cycleId, startCounty } from '../support/county'
import { newId } from '../support/county/sheets'
import { countySnapshot } from '../support/county/snapshot'
import { shiftClock } from '../support/shift-clock'

const people = ['filler-township-a', 'chair-township-a', 'filler-township-b', 'chair-township-b', 'filler-system-a']
const units = ['township-a', 'township-a', 'township-b', 'township-b', 'system-a']
const DAY = 86_400_000

export interface TwoClocks {
  rounds: number
  notices: number
  sentTwice: number
  notSent: number
}

/**
 * Two clock functions, each in a process of its own, started at the same instant on the same cloud, again and again, each
 * time with something due for everybody.
 */
export async function startTwoClocks(rounds: number): Promise<TwoClocks> {
  // Made by the machine's own clock.
  await countySnapshot()
  // At noon, whenever this runs: at night nothing is sent.
  const RealDate = Date
  const ahead = atClock(Date.now(), 12) - Date.now()
  shiftClock(ahead)
  const county = await startCounty({ environment: { LOCAL_CLOUD_CLOCK_AHEAD: String(ahead) } })
  const counted: TwoClocks = { rounds, notices: 0, sentTwice: 0, notSent: 0 }
  try {
    const { memberIdOf } = await import('../../cloudfunctions/repositories/members')
    const [templateId = ''] = Object.keys(demoTemplates)
    const { subscriptions } = county.cloud.wechat
    // Nothing else is on the clocks' minds.
    await county.arrangeCycle({ untold: [] })
    for (const openid of people) await consent(county, openid, memberIdOf(openid), templateId, rounds)
    const dueAt = new Map<string, number>()
    for (const unitId of new Set(units)) dueAt.set(unitId, (await county.stored(unitId)).selfDueAt)
    for (let round = 0; round < rounds; round += 1) {
      const before = subscriptions.messages().length
      const planned = people.map((openid, at) => {
        const unitId = units[at] ?? ''
        return noticeOf(memberIdOf(openid), unitId, round, dueAt.get(unitId) ?? 0)
      })
      await county.database.collection('notices').add(planned)
      await Promise.all([county.cloud.fireTimer('clock'), county.cloud.fireTimer('clock')])
      // Where both took some of one person's, what was given back goes with the next run.
      await county.cloud.fireTimer('clock')
      const sent = subscriptions.messages().slice(before)
      counted.notices += planned.length
      for (const openid of people) {
        const own = sent.filter(message => message.openid === openid).length
        counted.sentTwice += Math.max(0, own - 1)
        counted.notSent += own === 0 ? 1 : 0
      }
    }
    return counted
  } finally {
    await county.close()
    globalThis.Date = RealDate
  }
}

/** As often as there are rounds. A push names its second, and nobody consents twice in one: so the ledger is written. */
async function consent(county: County, openid: string, memberId: string, templateId: string, times: number) {
  const { subscriptions } = county.cloud.wechat
  for (let time = 0; time < times; time += 1) await subscriptions.answer(openid, { [templateId]: 'accept' })
  const ledger = county.database.collection('consents').where({ memberId, template: 'deadline' })
  await ledger.update({ reported: times })
}

function noticeOf(memberId: string, unitId: string, round: number, selfDueAt: number) {
  const now = Date.now()
  return {
    ...{ _id: `n-${newId()}`, memberId, kind: 'deadline-near', cycleId, unitId, itemId: null, occasion: round },
    ...{ unitName: '', words: `还有${round}天截止`, page: '/pages/home/home', template: 'deadline', time: now + DAY },
    ...{ plannedAt: now, dueAt: now - 1, expiresAt: selfDueAt, fate: 'planned', attempts: 0, claimedBy: null },
    ...{ claimedAt: null, settledAt: null, readAt: null, phoned: null },
  }
}
