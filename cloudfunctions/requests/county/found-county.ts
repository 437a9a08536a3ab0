import { FoundCounty } from '#shared/contract/office-contract'
import { createCollections } from '../../infrastructure/collection'
import { sameSecret } from '../../infrastructure/secrets'
import { setting } from '../../infrastructure/settings'
import { permissions } from '../../permissions/permissions'
import { addCounty, readCounty } from '../../repositories/counties'
import { addMember, memberIdOf } from '../../repositories/members'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'

/**
 * The first request of a new deployment: creates the collections, the county and the first person of the office. Where
 * it broke off, the same founder may repeat it.
 */
export const foundCounty = defineRequest('county.found', {
  interactive: false,
  schema: FoundCounty,
  load: () => ({ county: readCounty() }),
  permit: permissions['county.found'],
  act: async ({ input, loaded: { county }, asker: { openid, actor }, now }) => {
    if (!sameSecret(input.setupCode, setting('SETUP_CODE'))) return refuse('county.wrong-code')
    const founderId = memberIdOf(openid)
    if (county && (county.founderId !== founderId || actor)) return refuse('county.founded')
    await createCollections()
    const { countyName: name, officePhone, landings } = input
    const added =
      county !== null || (await addCounty({ _id: 'county', name, officePhone, landings, founderId, foundedAt: now }))
    if (!added) return refuse('county.founded')
    await addMember({
      _id: founderId,
      openid,
      name: input.name,
      phone: '',
      posts: [{ role: 'office', from: now, to: null, invitationId: null }],
      joinedAt: now,
      revision: 1,
    })
    return {}
  },
})
