import { endOfTelling, officeHour, outsideQuietHours } from '#shared/notices/when'
import { currentCycle } from '../repositories/cycles'
import { listOfficePeople } from '../repositories/members'
import { findUncounted, listUnreached, noteCounted, planNotices, wasPlanned } from '../repositories/notices'
import { stillUnreached, unitsToPhone } from '../requests/notice/still-unreached'
import { planInParts } from './plan-in-parts'
import { planFor } from './plan-notice'
import type { Step } from './step'

/**
 * 考核办 is told that there are people to phone: once a day, after the morning's reminders were tried, and only where
 * somebody is on the list who was not there the last time.
 */
export const tellOffice: Step = {
  name: 'tell-office',
  async run({ now }) {
    const today = officeHour(now)
    if (now < today || outsideQuietHours(now) !== now) return null
    const [cycle, isTold, found] = await Promise.all([
      currentCycle(),
      wasPlanned('unreached', today),
      findUncounted(now),
    ])
    if (!cycle || isTold || !found) return null
    const [listed, office] = await Promise.all([listUnreached(cycle._id), listOfficePeople()])
    const open = await stillUnreached(listed, cycle, now)
    if (open.some(({ countedAt, phoned }) => !countedAt && phoned === null)) {
      const inOffice = office.filter(({ posts }) =>
        posts.some(({ role, to }) => role === 'office' && (to === null || to > now)),
      )
      const of = { kind: 'unreached' as const, cycleId: cycle._id, unitId: null, itemId: null, occasion: today }
      const facts = { units: unitsToPhone(open) }
      const planned = planFor(inOffice, { ...of, unitName: '', facts, expiresAt: endOfTelling(now) }, now)
      await planInParts(planned, planNotices)
    }
    // Last: a clock that dies before tells the same again, which is then told already.
    const counted = listed.flatMap(({ _id, countedAt }) => (countedAt ? [] : [_id]))
    await planInParts([...new Set([...counted, found._id])], ids => noteCounted(ids, now))
    return null
  },
}
