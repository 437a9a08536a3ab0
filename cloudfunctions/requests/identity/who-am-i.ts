import { Nothing } from '#shared/contract/fields'
import { sha256Hex } from '../../infrastructure/secrets'
import { officePermissions } from '../../permissions/office-permissions'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { readCounty } from '../../repositories/counties'
import { currentCycle } from '../../repositories/cycles'
import { listVisitGroupsOf, type VisitGroup } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { cycleView } from '../views/cycle-view'
import { postViews } from '../views/post-views'

export const whoAmI = defineRequest('identity.who-am-i', {
  interactive: true,
  schema: Nothing,
  load: () => ({ county: readCounty(), cycle: currentCycle() }),
  permit: permissions['identity.who-am-i'],
  act: async ({ loaded: { county, cycle }, asker: { actor }, now }) => {
    const [posts, visits] = await Promise.all([
      actor ? postViews(actor.posts, cycle) : [],
      actor && cycle ? listVisitGroupsOf(cycle._id, actor.memberId) : [],
    ])
    return {
      countyName: county?.name ?? null,
      officePhone: county?.officePhone ?? '',
      member: actor && { name: actor.name, boxKey: boxKey(actor.memberId) },
      posts,
      ...(visits.length > 0 ? { visits: visits.map(ownGroup) } : {}),
      cycle: cycle && cycleView(cycle),
      abilities: actor ? abilitiesOf(officePermissions, actor, {}, {}, now) : {},
    }
  },
})

function ownGroup({ groupId, name, days }: VisitGroup) {
  return { groupId, name, days: days.map(({ date, unitIds }) => ({ date, units: unitIds.length })) }
}

/** Tells one person's outbox from another's on a shared phone, and nothing about the person. */
function boxKey(memberId: string): string {
  return sha256Hex(`outbox of ${memberId}`).slice(0, 32)
}
