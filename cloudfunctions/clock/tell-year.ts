import type { Instant } from '#shared/assessment/assessment'
import type { Cycle, YearNews } from '#shared/cycle/cycle'
import { listUnitsBehind } from '../repositories/assessment-news'
import { listParticipants } from '../repositories/assessments'
import { currentCycle, dropNews } from '../repositories/cycles'
import { listPeopleOf, listReviewers } from '../repositories/members'
import { planNotices } from '../repositories/notices'
import { readUnits } from '../repositories/units'
import { planInParts } from './plan-in-parts'
import { peopleFor, planFor } from './plan-notice'
import type { Step } from './step'

const UNITS = 50

/** News that concerns everybody: the year opens, all sheets are in, scores are out. Fifty units a go. */
export const tellYear: Step = {
  name: 'tell-year',
  async run({ now, cursor }) {
    const cycle = await currentCycle()
    const [news] = cycle?.untold ?? []
    if (!cycle || !news) return null
    const next = news === 'all-in' ? await tellReviewers(cycle, now) : await tellUnits(cycle, news, cursor ?? '', now)
    if (next !== null) return next
    await dropNews(cycle._id, news)
    return (cycle.untold?.length ?? 0) > 1 ? '' : null
  },
}

async function tellUnits(
  cycle: Cycle,
  kind: Exclude<YearNews, 'all-in'>,
  after: string,
  now: Instant,
): Promise<string | null> {
  const rows = await listUnitsBehind(cycle._id, after, UNITS)
  const unitIds = rows.map(({ unitId }) => unitId)
  const [people, units] = await Promise.all([listPeopleOf(unitIds), readUnits(unitIds)])
  const planned = units.flatMap(({ _id: unitId, name: unitName }) => {
    const of = { cycleId: cycle._id, unitId, itemId: null, occasion: cycle.openedAt, unitName }
    const whom = peopleFor(kind, unitId, people, now)
    return kind === 'year-opened'
      ? planFor(whom, { ...of, kind, facts: { cycle: cycle.title, until: cycle.selfDeadline } }, now)
      : planFor(whom, { ...of, kind, facts: { cycle: cycle.title } }, now)
  })
  await planInParts(planned, planNotices)
  return rows.length < UNITS ? null : (unitIds.at(-1) ?? null)
}

async function tellReviewers(cycle: Cycle, now: Instant): Promise<null> {
  const [reviewers, participants] = await Promise.all([listReviewers(), listParticipants(cycle._id)])
  const inOffice = reviewers.filter(({ posts }) =>
    posts.some(({ role, to }) => (role === 'reviewer' || role === 'department-head') && (to === null || to > now)),
  )
  const of = { kind: 'all-in' as const, cycleId: cycle._id, unitId: null, itemId: null, occasion: cycle.openedAt }
  const facts = { units: participants.length, until: cycle.reviewDeadline }
  await planInParts(planFor(inOffice, { ...of, unitName: '', facts }, now), planNotices)
  return null
}
