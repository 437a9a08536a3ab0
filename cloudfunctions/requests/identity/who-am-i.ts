import { Nothing } from '#shared/contract/fields'
import { sha256Hex } from '../../infrastructure/secrets'
import { officePermissions } from '../../permissions/office-permissions'
import { type Actor, abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { readCounty } from '../../repositories/counties'
import { currentCycle, currentRehearsal } from '../../repositories/cycles'
import { listVisitGroupsOf, type VisitGroup } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { cycleView } from '../views/cycle-view'
import { postViews } from '../views/post-views'

export const whoAmI = defineRequest('identity.who-am-i', {
  interactive: true,
  schema: Nothing,
  load: () => ({ county: readCounty(), real: currentCycle(), rehearsal: currentRehearsal() }),
  permit: permissions['identity.who-am-i'],
  act: async ({ loaded: { county, real, rehearsal }, asker: { actor }, now }) => {
    const cycle = actor?.isRehearsing ? rehearsal : real
    const [posts, visits] = await Promise.all([
      actor ? postViews(actor.posts, cycle) : [],
      actor && cycle ? listVisitGroupsOf(cycle._id, actor.memberId) : [],
    ])
    return {
      countyName: county?.name ?? null,
      officePhone: county?.officePhone ?? '',
      member: actor && { name: actor.name, boxKey: boxKey(actor) },
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
function boxKey({ memberId, isRehearsing }: Pick<Actor, 'memberId' | 'isRehearsing'>): string {
  // A 演练 has a box of its own: nothing of it is ever sent as real, nor the other way round.
  return sha256Hex(`outbox of ${memberId}${isRehearsing ? ' in rehearsal' : ''}`).slice(0, 32)
}
