import { assessmentId } from '#shared/assessment/assessment'
import { atClock, printClock, printTimeField } from '#shared/cycle/beijing-time'
import { chanceFrom } from '../../../localcloud/demo-county/chance'
import { demoTemplates } from '../../../localcloud/demo-county/notice-templates'
import { filledSheet, newId } from '../../support/county/sheets'
import { cycleId } from '../../support/county/snapshot'
import { extendSome } from './extend-some'
import { checkDeadline, checkSupplements, closeSeason } from './look-closely'
import { call, type NearClock, openNearClock } from './near-clock'
import { foundSeason, type SeasonUnit } from './season-county'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 1 March 2027, 8:30 by the county's clock. */
const BEGIN = atClock(Date.parse('2027-03-01T04:00:00Z'), 8) + 30 * MINUTE
const templateIds = Object.keys(demoTemplates)
/** How often one person taps 「开一次微信提醒」, or switches a template off in the settings. */
const CONSENTS_A_DAY = 0.12
const TAKEN_BACK_A_DAY = 0.01

/** WeChat says so itself; or nobody takes the connection; or messages go out and no answer comes back. */
const outages = ['down', 'cut', 'swallows-answers'] as const

export interface SeasonSize {
  units: number
  days: number
  /** Minutes between two runs of the clock. */
  every: number
  seed: number
}

/** What a season came to. The last five must be nothing. */
export interface SeasonCounts {
  runs: number
  killed: number
  doubled: number
  outages: number
  notices: number
  delivered: number
  refused: number
  unknown: number
  /** How often a unit was given another day. */
  extended: number
  /** People who were not done at a deadline: told by message, or on the office's list. */
  toldBefore: number
  listedBefore: number
  missed: number
  toldTwice: number
  untrue: number
  withoutConsent: number
  atNight: number
}

export interface Season {
  clock: NearClock
  units: SeasonUnit[]
  chance: () => number
  counts: SeasonCounts
  /** When each unit hands in; never where it is beyond the season. */
  handsInAt: Map<string, number>
  /** What each unit was asked to supply, until when. */
  asked: { unitId: string; itemId: string; until: number; at: number }[]
  handedIn: Set<string>
  deadline: number
  reviewDeadline: number
  /** When each unit's 报送 is due, and since when that is so: the county's deadline, or its extension. */
  dueAt: Map<string, { at: number; since: number }>
  outageUntil: number
  outage: (typeof outages)[number]
  /** Minutes between two runs. */
  every: number
}

/**
 * A whole season on a controlled clock: units hand in early, late or never; people consent, refuse, take back; WeChat
 * fails for hours; the timer comes late, twice at once, or dies anywhere.
 */
export async function liveSeason({ units, days, every, seed }: SeasonSize): Promise<SeasonCounts> {
  const clock = await openNearClock(BEGIN)
  try {
    const selfDays = Math.round(days * 0.6) - 0.5 + 9 / 24
    const founded = await foundSeason(clock, { units, selfDays, reviewDays: days })
    const deadline = BEGIN + selfDays * DAY
    const season: Season = {
      clock,
      units: founded,
      chance: chanceFrom(seed),
      counts: {
        ...{ runs: 0, killed: 0, doubled: 0, outages: 0, notices: 0, delivered: 0, refused: 0, unknown: 0 },
        extended: 0,
        ...{ toldBefore: 0, listedBefore: 0, missed: 0, toldTwice: 0, untrue: 0, withoutConsent: 0, atNight: 0 },
      },
      ...{ handsInAt: new Map(), asked: [], handedIn: new Set(), outageUntil: 0, outage: 'down', every },
      ...{ deadline, reviewDeadline: BEGIN + days * DAY },
      dueAt: new Map(founded.map(({ unitId }) => [unitId, { at: deadline, since: BEGIN }])),
    }
    for (const { unitId } of season.units) {
      const spread = season.chance()
      // Many in the last days, some late, some never.
      season.handsInAt.set(unitId, spread < 0.15 ? Infinity : BEGIN + selfDays * DAY * Math.sqrt(spread) * 1.08)
    }
    watch(season)
    for (let at = BEGIN; at < BEGIN + days * DAY; at += every * MINUTE) {
      clock.setTime(at + Math.floor(season.chance() * every * 0.9) * MINUTE)
      await live(season)
      await extendSome(season)
      for (const due of duesUntil(season, at + every * MINUTE)) {
        clock.setTime(due - MINUTE)
        await checkDeadline(season, due)
      }
      await checkSupplements(season, every)
      await tick(season)
    }
    await closeSeason(season)
    return season.counts
  } finally {
    clock.close()
  }
}

/** The deadlines that come before `until`, in order: the county's, and those of units that were given another. */
function duesUntil({ clock, dueAt }: Season, until: number): number[] {
  const dues = [...dueAt.values()].map(({ at }) => at).filter(at => clock.now() < at && at <= until)
  return [...new Set(dues)].sort((a, b) => a - b)
}

/** What people do between two runs. */
async function live(season: Season): Promise<void> {
  const { clock, units, chance, handsInAt } = season
  const now = clock.now()
  const perRun = (aDay: number) => (aDay * season.every) / (24 * 60)
  for (const { unitId, people } of units) {
    for (const { openid } of people) {
      if (chance() < perRun(CONSENTS_A_DAY)) await consent(season, openid)
      if (chance() < perRun(TAKEN_BACK_A_DAY)) await clock.wechat.takeBack(openid, pick(templateIds, chance))
    }
    const [open] = season.asked.filter(of => of.unitId === unitId)
    if (open && chance() < 0.01) {
      season.asked = season.asked.filter(of => of !== open)
      const supplied = { cycleId, unitId, itemId: open.itemId, operationId: newId() }
      await call(clock, people[0]?.openid ?? '', 'assessment.supplement', supplied)
    }
    if ((handsInAt.get(unitId) ?? Infinity) > now) continue
    handsInAt.set(unitId, Infinity)
    await handIn(season, unitId, people[0]?.openid ?? '')
  }
}

async function consent({ clock, chance }: Season, openid: string): Promise<void> {
  const answers = Object.fromEntries(
    templateIds.map(id => [id, chance() < 0.75 ? ('accept' as const) : ('reject' as const)]),
  )
  // WeChat's push is lost now and then, as is what the phone tells; hardly ever both.
  const lost = chance()
  clock.hearsPushes = () => lost > 0.05
  await clock.wechat.answer(openid, answers)
  clock.hearsPushes = () => true
  if (lost > 0.95) return
  const names = ['deadline', 'supplement', 'progress'] as const
  await call(clock, openid, 'consent.record', {
    operationId: newId(),
    answers: names.map((template, at) => ({ template, answer: answers[templateIds[at] ?? ''] ?? 'reject' })),
  })
}

async function handIn(season: Season, unitId: string, chair: string): Promise<void> {
  const { clock, chance, asked } = season
  const { database } = clock
  const filled = filledSheet('township')
  const set = database.command.set
  const sheet = database.collection('assessments').doc(assessmentId(cycleId, unitId))
  await sheet.update({ items: set(filled.items), summary: set({ ...filled.summary, byDepartment: {} }) })
  await call(clock, chair, 'assessment.submit', { cycleId, unitId })
  season.handedIn.add(unitId)
  if (chance() > 0.25) return
  const until = clock.now() + (2 + Math.floor(chance() * 4)) * DAY
  const returned = await call(clock, 'head-organization', 'review.return', {
    ...{ cycleId, departmentId: 'organization', unitId, itemId: 'a1-05', operationId: newId() },
    ...{ reason: '会议记录看不清，请补一页', until },
  })
  if (returned.ok) asked.push({ unitId, itemId: 'a1-05', until, at: clock.now() })
}

/** The timer's turn: mostly as it should be. */
async function tick(season: Season): Promise<void> {
  const { clock, chance, counts } = season
  counts.runs += 1
  const fate = chance()
  if (clock.now() > season.outageUntil && chance() < 0.003) {
    season.outageUntil = clock.now() + chance() * 8 * HOUR
    season.outage = pick(outages, chance)
    counts.outages += 1
  }
  const outage = clock.now() < season.outageUntil ? season.outage : 'none'
  clock.wechat.setDown(outage === 'down')
  clock.line = outage === 'none' || outage === 'down' ? 'whole' : outage
  if (fate < 0.05) return // It did not come at all.
  if (fate < 0.1) {
    counts.killed += 1
    return clock.fire(Math.floor(chance() * 40))
  }
  if (fate < 0.2) {
    counts.doubled += 1
    await Promise.all([clock.fire(), clock.fire()])
    return
  }
  await clock.fire()
}

/** Looks at every message in the moment in which WeChat takes it. */
function watch(season: Season): void {
  const { clock, counts, units } = season
  const unitOf = new Map(units.flatMap(({ unitId, people }) => people.map(({ openid }) => [openid, unitId])))
  clock.onSend = (openid, page, time) => {
    const hour = Number(printClock(clock.now()).split(':')[0])
    if (hour < 8 || hour >= 21) counts.atNight += 1
    const unitId = unitOf.get(openid) ?? ''
    const isIn = season.handedIn.has(unitId)
    const isAsked = season.asked.some(of => of.unitId === unitId && of.until > clock.now())
    // What leads home is of the deadline, and names its day: the unit's own of this moment.
    const isOwnDay = time === printTimeField(season.dueAt.get(unitId)?.at ?? 0)
    const isTrue = page.startsWith('unit/item')
      ? isAsked
      : page.startsWith('pages/home/home')
        ? !isIn && isOwnDay
        : isIn
    if (!isTrue) counts.untrue += 1
  }
}

const pick = <One>(all: readonly One[], chance: () => number): One => all[Math.floor(chance() * all.length)] as One
