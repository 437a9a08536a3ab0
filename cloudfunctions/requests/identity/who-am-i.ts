import { Nothing } from '#shared/contract/fields'
import { sha256Hex } from '../../infrastructure/secrets'
import { officePermissions } from '../../permissions/office-permissions'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { readCounty } from '../../repositories/counties'
import { currentCycle } from '../../repositories/cycles'
import { defineRequest } from '../../request-pipeline/define-request'
import { cycleView } from '../views/cycle-view'
import { postViews } from '../views/post-views'

export const whoAmI = defineRequest('identity.who-am-i', {
  interactive: true,
  schema: Nothing,
  load: () => ({ county: readCounty(), cycle: currentCycle() }),
  permit: permissions['identity.who-am-i'],
  act: async ({ loaded: { county, cycle }, asker: { actor }, now }) => ({
    countyName: county?.name ?? null,
    officePhone: county?.officePhone ?? '',
    member: actor && { name: actor.name, boxKey: boxKey(actor.memberId) },
    posts: actor ? await postViews(actor.posts, cycle) : [],
    cycle: cycle && cycleView(cycle),
    abilities: actor ? abilitiesOf(officePermissions, actor, {}, {}, now) : {},
  }),
})

/** Tells one person's outbox from another's on a shared phone, and nothing about the person. */
function boxKey(memberId: string): string {
  return sha256Hex(`outbox of ${memberId}`).slice(0, 32)
}
