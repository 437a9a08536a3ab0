import { assessmentId, type Instant } from '#shared/assessment/assessment'
import type { Cycle } from '#shared/cycle/cycle'
import { isStillTrue, itemInQuestion } from '#shared/notices/still-true'
import { readStandings } from '../../repositories/assessment-news'
import { byItem, type Notice } from '../../repositories/notices'

/** Of what nobody was told by WeChat, that which still is so. One round trip, none where nothing is asked for. */
export async function stillUnreached(notices: readonly Notice[], cycle: Cycle, now: Instant): Promise<Notice[]> {
  const sheets = notices.flatMap(({ cycleId, unitId }) => (unitId === null ? [] : [assessmentId(cycleId, unitId)]))
  const items = notices.flatMap(itemInQuestion)
  const standings = await readStandings([...new Set(sheets)], [...new Set(items)])
  return notices.filter(notice =>
    isStillTrue(notice, standings.get(assessmentId(cycle._id, notice.unitId ?? '')), cycle, now),
  )
}

/**
 * Everything that each person should be told, the oldest first; of the same moment by `orderOf`, the customary order of
 * units and then by item. Of several reminders of one deadline the latest says it all.
 */
export function toldByPerson(
  notices: readonly Notice[],
  orderOf: (notice: Notice) => number = () => 0,
): Map<string, Notice[]> {
  const sorted = [...notices].sort((a, b) => a.plannedAt - b.plannedAt || orderOf(a) - orderOf(b) || byItem(a, b))
  const people = new Map<string, Notice[]>()
  for (const notice of sorted) {
    const others = (people.get(notice.memberId) ?? []).filter(other => matterOf(other) !== matterOf(notice))
    people.set(notice.memberId, [...others, notice])
  }
  return people
}

/** In how many units somebody is still to be phoned. */
export function unitsToPhone(notices: readonly Notice[]): number {
  const open = [...toldByPerson(notices).values()].flat().filter(({ phoned }) => phoned === null)
  return new Set(open.map(({ unitId }) => unitId)).size
}

const matterOf = ({ kind, unitId, itemId }: Notice) => `${kind}:${unitId}:${itemId}`
