import type { PostInput } from '#shared/contract/office-contract'
import { InviteMember } from '#shared/contract/office-contract'
import { maximumFillers } from '#shared/members/maximum-fillers'
import { readableCode } from '../../infrastructure/secrets'
import { permissions } from '../../permissions/permissions'
import { readDepartment } from '../../repositories/departments'
import { addInvitation, invitationId } from '../../repositories/invitations'
import { membersOfUnit } from '../../repositories/members'
import { readUnit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { openFillers } from './fillers'

const INVITATION_LIFE = 14 * 86_400_000

export const inviteMember = defineRequest('member.invite', {
  interactive: true,
  schema: InviteMember,
  load: ({ post }) => ({ place: placeOf(post), people: post.role === 'filler' ? membersOfUnit(post.unitId) : none() }),
  permit: permissions['member.invite'],
  act: async ({ input, loaded: { people }, asker, now }) => {
    const { post } = input
    if (post.role === 'filler' && openFillers(people, post.unitId, now) >= maximumFillers) {
      return refuse('post.full', { maximum: maximumFillers })
    }
    const invitationCode = readableCode()
    const expiresAt = now + INVITATION_LIFE
    await addInvitation({
      _id: invitationId(invitationCode),
      ...input,
      invitedBy: asker.memberId,
      invitedAt: now,
      expiresAt,
      usedBy: null,
    })
    return { invitationCode, expiresAt }
  },
})

/** The unit or department that the post belongs to must be in the roster. */
function placeOf(post: PostInput) {
  if ('unitId' in post) return needed(readUnit(post.unitId), 'unit.unknown')
  if ('departmentId' in post) return needed(readDepartment(post.departmentId), 'department.unknown')
  return Promise.resolve(null)
}

async function none(): Promise<[]> {
  return []
}
