import { atClock } from '#shared/cycle/beijing-time'
import { demoTemplates } from '../../localcloud/demo-county/notice-templates'
import { type NearClock, openNearClock } from '../clock/season/near-clock'
import { foundSeason, type SeasonUnit } from '../clock/season/season-county'
import { newId } from '../support/county/sheets'
import { cycleId } from '../support/county/snapshot'
import type { Benchmark, Figure } from './benchmark'

const DUE = 500
const AT_ONCE = 50
const DAY = 86_400_000
const SELF_DAYS = 30
/** Noon. */
const BEGIN = atClock(Date.parse('2027-03-01T04:00:00Z'), 12)

/**
 * Round trips in sequence of one whole run of the clock, all steps, in which so many notices are due, in a county of 500 and
 * of 3,000 units; and how many notices are of unknown fate after it was killed at every place.
 */
const clock: Benchmark = {
  name: 'clock',
  needs: ['functions'],
  measure: async () => {
    const budget = 6 + (4 * DUE) / AT_ONCE
    const figures: Figure[] = []
    for (const units of [DUE, 3000]) {
      const { roundTrips, parts, sent } = await runIn(units)
      if (sent !== DUE) throw new Error(`${sent} of ${DUE} were sent`)
      console.log(`  of ${units} units: ${parts.map(([name, count]) => `${name} ${count}`).join(', ')}`)
      const what = `a run with ${DUE} due among ${units} units`
      figures.push({ what, measured: roundTrips, budget, unit: 'round trips', bound: 'most' })
    }
    const unknown = await mostUnknown()
    figures.push({ what: 'unknown after a kill', measured: unknown, budget: AT_ONCE, unit: 'notices', bound: 'most' })
    return figures
  },
}

interface CountedRun {
  roundTrips: number
  /** Of each step alone; those of a group go side by side. */
  parts: [step: string, roundTrips: number][]
  sent: number
}

async function runIn(units: number): Promise<CountedRun> {
  const { near, made } = await dueCounty(units)
  try {
    const { countingRoundTrips } = await import('../../cloudfunctions/infrastructure/round-trips')
    const { runSteps } = await import('../../cloudfunctions/clock/run-steps')
    const { steps } = await import('../../cloudfunctions/clock/steps')
    const { roundTrips } = await countingRoundTrips(() => runSteps(steps, 60_000))
    const sent = near.wechat.messages().length
    // The same again, step by step: what is due is due once more.
    await makeDue(near, made)
    const parts: CountedRun['parts'] = []
    for (const { name, run } of steps.flat()) {
      const turn = { now: near.now(), cursor: null, isTimeLeft: () => true }
      parts.push([name, (await countingRoundTrips(() => run(turn))).roundTrips])
    }
    return { roundTrips, parts, sent }
  } finally {
    near.close()
  }
}

/** Kills the clock after every number of calls and answers the most notices that then are neither sent nor planned. */
async function mostUnknown(): Promise<number> {
  let most = 0
  for (let calls = 12; calls < 320; calls += 28) {
    const { near } = await dueCounty(DUE)
    try {
      await near.fire(calls)
      const { data } = await near.database.collection('notices').where({ fate: 'claimed' }).limit(1000).get()
      most = Math.max(most, data.length)
      near.setTime(near.now() + 5 * 60_000)
      await near.fire()
      const after = await near.database.collection('notices').where({ fate: 'unknown' }).limit(1000).get()
      if (after.data.length !== data.length) throw new Error('what nobody knows of is not on the list')
    } finally {
      near.close()
    }
  }
  return most
}

/** Noon, a reminder due for one person of each of the first 500 units, everybody with a consent. */
async function dueCounty(units: number): Promise<{ near: NearClock; made: SeasonUnit[] }> {
  const near = await openNearClock(BEGIN)
  const made = await foundSeason(near, { units, selfDays: SELF_DAYS, reviewDays: 60 })
  await near.database
    .collection('cycles')
    .doc(cycleId)
    .update({ untold: near.database.command.set([]) })
  await makeDue(near, made)
  return { near, made }
}

async function makeDue(near: NearClock, made: SeasonUnit[]): Promise<void> {
  const [templateId = ''] = Object.keys(demoTemplates)
  const now = near.now()
  // A push names its second, and counts once.
  near.setTime(now + 1000)
  for (const { people } of made.slice(0, DUE))
    await near.wechat.answer(people[0]?.openid ?? '', { [templateId]: 'accept' })
  const due = made.slice(0, DUE).map(({ unitId, people }) => ({
    ...{ _id: `n-${newId()}`, memberId: people[0]?.memberId, kind: 'deadline-near', cycleId, unitId, itemId: null },
    ...{ occasion: 1, unitName: '', words: '还有3天截止', page: '/pages/home/home', template: 'deadline' },
    ...{ time: now + DAY, plannedAt: now, dueAt: now - 1, expiresAt: BEGIN + SELF_DAYS * DAY },
    ...{ fate: 'planned', attempts: 0 },
    ...{ claimedBy: null, claimedAt: null, settledAt: null, readAt: null, phoned: null },
  }))
  for (let from = 0; from < due.length; from += 100)
    await near.database.collection('notices').add(due.slice(from, from + 100))
}

export default clock
