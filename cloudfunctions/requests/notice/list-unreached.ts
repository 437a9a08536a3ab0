import { assessmentId, type Instant } from '#shared/assessment/assessment'
import { ListUnreached, type UnreachedPerson } from '#shared/contract/notice-contract'
import type { NoticeFate } from '#shared/notices/notice'
import { isStillTrue } from '#shared/notices/still-true'
import { permissions } from '../../permissions/permissions'
import { readStandings } from '../../repositories/assessment-news'
import { readCycle } from '../../repositories/cycles'
import { readMembers } from '../../repositories/members'
import { listUnreached as listUnreachedNotices, type Notice } from '../../repositories/notices'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { groupTextOf } from './group-text'

/** Whom no message reached of what still is so, with the telephone numbers: the office phones, and says that it has. */
export const listUnreached = defineRequest('notice.unreached', {
  interactive: true,
  schema: ListUnreached,
  load: ({ cycleId }) => ({ cycle: needed(readCycle(cycleId), 'cycle.none'), notices: listUnreachedNotices(cycleId) }),
  permit: permissions['notice.unreached'],
  act: async ({ loaded: { cycle, notices }, now }) => {
    const sheets = notices.flatMap(({ cycleId, unitId }) => (unitId === null ? [] : [assessmentId(cycleId, unitId)]))
    const [standings, members] = await Promise.all([
      readStandings(
        [...new Set(sheets)],
        [...new Set(notices.flatMap(({ kind, itemId }) => (kind === 'returned' && itemId !== null ? [itemId] : [])))],
      ),
      readMembers([...new Set(notices.map(({ memberId }) => memberId))]),
    ])
    const current = notices.filter(notice =>
      isStillTrue(notice, standings.get(assessmentId(cycle._id, notice.unitId ?? '')), cycle, now),
    )
    const people = [...groupedByPerson(current)].map(([memberId, own]) =>
      personOf(memberId, own, members.get(memberId)),
    )
    return { people: people.sort(byPhoned), groupText: groupTextOf(people, now) }
  },
})

function groupedByPerson(notices: readonly Notice[]): Map<string, Notice[]> {
  const people = new Map<string, Notice[]>()
  for (const notice of notices) people.set(notice.memberId, [...(people.get(notice.memberId) ?? []), notice])
  return people
}

function personOf(
  memberId: string,
  notices: readonly Notice[],
  member: { name: string; phone: string } | undefined,
): UnreachedPerson {
  // Of several reminders of one deadline the latest says it all.
  const latest = new Map(notices.map(notice => [`${notice.kind}:${notice.unitId}:${notice.itemId}`, notice]))
  const told = [...latest.values()].sort((a, b) => a.plannedAt - b.plannedAt)
  const last = told.at(-1)
  return {
    memberId,
    name: member?.name ?? '',
    phone: member?.phone ?? '',
    unitName: last?.unitName ?? '',
    told: told.map(({ _id, words, plannedAt }) => ({ noticeId: _id, words, at: plannedAt })),
    reason: reasons[last?.fate ?? 'unknown'] ?? '',
    phoned: told.every(({ phoned }) => phoned !== null) ? (last?.phoned ?? null) : null,
  }
}

const reasons: Partial<Record<NoticeFate, string>> = {
  'no-consent': '没有开微信提醒',
  refused: '微信提醒用完了，或关掉了',
  'bad-template': '微信模板不对，请联系维护的人',
  unknown: '不知道发到没有',
  'given-up': '微信一直连不上',
}

const byPhoned = (a: UnreachedPerson, b: UnreachedPerson): Instant =>
  Number(a.phoned !== null) - Number(b.phoned !== null) || a.unitName.localeCompare(b.unitName, 'zh')
