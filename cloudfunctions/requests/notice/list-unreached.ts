import { ListUnreached, type UnreachedPerson } from '#shared/contract/notice-contract'
import type { NoticeFate } from '#shared/notices/notice'
import { permissions } from '../../permissions/permissions'
import { readCycle } from '../../repositories/cycles'
import { readMembers } from '../../repositories/members'
import { listUnreached as listUnreachedNotices, type Notice } from '../../repositories/notices'
import { readUnits } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { groupTextOf } from './group-text'
import { stillUnreached, toldByPerson } from './still-unreached'

/** Whom no message reached of what still is so, with the telephone numbers: the office phones, and says that it has. */
export const listUnreached = defineRequest('notice.unreached', {
  interactive: true,
  schema: ListUnreached,
  load: ({ cycleId }) => ({ cycle: needed(readCycle(cycleId), 'cycle.none'), notices: listUnreachedNotices(cycleId) }),
  permit: permissions['notice.unreached'],
  act: async ({ loaded: { cycle, notices }, now }) => {
    const unitIds = [...new Set(notices.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))]
    const [current, members, units] = await Promise.all([
      stillUnreached(notices, cycle, now),
      readMembers([...new Set(notices.map(({ memberId }) => memberId))]),
      readUnits(unitIds),
    ])
    const places = new Map(units.map(({ _id, order }) => [_id, order]))
    const orderOf = ({ unitId }: Notice) => places.get(unitId ?? '') ?? Number.MAX_SAFE_INTEGER
    const rows = [...toldByPerson(current, orderOf)].map(([memberId, told]) => ({
      person: personOf(memberId, told, members.get(memberId)),
      order: Math.min(...told.map(orderOf)),
    }))
    const people = rows.sort(byPhonedAndOrder).map(({ person }) => person)
    return { people, groupText: groupTextOf(people, now) }
  },
})

function personOf(
  memberId: string,
  told: readonly Notice[],
  member: { name: string; phone: string } | undefined,
): UnreachedPerson {
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
  'given-up': '微信没来得及发',
}

interface Row {
  person: UnreachedPerson
  /** The customary place of the person's first unit. */
  order: number
}

/** Who is still to be phoned comes first, by the county's customary order. */
function byPhonedAndOrder(a: Row, b: Row): number {
  const phoned = Number(a.person.phoned !== null) - Number(b.person.phoned !== null)
  return phoned || a.order - b.order || (a.person.memberId < b.person.memberId ? -1 : 1)
}
