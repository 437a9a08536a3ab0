import { ListMembers, type MemberView } from '#shared/contract/office-contract'
import { permissions } from '../../permissions/permissions'
import { listMembers as listEverybody, type Member, membersOfUnit } from '../../repositories/members'
import { defineRequest } from '../../request-pipeline/define-request'

export const listMembers = defineRequest('member.list', {
  interactive: true,
  schema: ListMembers,
  load: ({ unitId }) => ({ people: unitId === null ? listEverybody() : membersOfUnit(unitId) }),
  permit: permissions['member.list'],
  act: async ({ input: { unitId }, loaded: { people } }) => ({
    members: people.map(member => memberView(member, unitId)),
  }),
})

/** Of a unit's people only the posts of that unit: a chair need not know where else a clerk helps out. */
function memberView({ _id, name, phone, posts }: Member, unitId: string | null): MemberView {
  return {
    memberId: _id,
    name,
    phone,
    posts: posts
      .filter(post => unitId === null || ('unitId' in post && post.unitId === unitId))
      .map(({ invitationId: _invitationId, ...post }) => post),
  }
}
