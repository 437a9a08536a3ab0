import { JoinCounty } from '#shared/contract/identity-contract'
import { maximumFillers } from '#shared/members/maximum-fillers'
import { permissions } from '../../permissions/permissions'
import { currentCycle } from '../../repositories/cycles'
import { readInvitation, redeemInvitation } from '../../repositories/invitations'
import { addMember, addPost, memberIdOf, membersOfUnit, type Post, readMember } from '../../repositories/members'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { postViews } from '../views/post-views'
import { openFillers } from './fillers'

/**
 * Whoever brings the code takes the post. A delivery that broke off may be repeated by the same person: the invitation
 * knows who used it, and a post is given once for an invitation.
 */
export const joinCounty = defineRequest('member.join', {
  interactive: false,
  schema: JoinCounty,
  load: ({ invitationCode }) => ({
    invitation: needed(readInvitation(invitationCode), 'invitation.unknown'),
    cycle: currentCycle(),
  }),
  permit: permissions['member.join'],
  act: async ({ input, loaded: { invitation, cycle }, asker: { openid, actor }, now }) => {
    const { _id: invitationId, name, phone, post, usedBy } = invitation
    const memberId = memberIdOf(openid)
    if (usedBy !== null && usedBy !== memberId) return refuse('invitation.unknown')
    if (usedBy === null) {
      if (now > invitation.expiresAt) return refuse('invitation.expired')
      if (post.role === 'filler' && openFillers(await membersOfUnit(post.unitId), post.unitId, now) >= maximumFillers) {
        return refuse('post.full', { maximum: maximumFillers })
      }
      const isRedeemed = await redeemInvitation(invitationId, memberId)
      // Sent twice at once by the same person: the other delivery has redeemed it.
      const usedMeanwhileBy = isRedeemed ? memberId : (await readInvitation(input.invitationCode))?.usedBy
      if (usedMeanwhileBy !== memberId) return refuse('invitation.unknown')
    }
    const given: Post = { ...post, from: now, to: null, invitationId }
    const person = { name, phone }
    const isNew =
      !actor && (await addMember({ _id: memberId, openid, ...person, posts: [given], joinedAt: now, revision: 1 }))
    if (!isNew) await addPost(memberId, given, person)
    const member = await readMember(memberId)
    const posts = (member?.posts ?? []).filter(({ to }) => to === null || now < to)
    return { name, posts: await postViews(posts, cycle) }
  },
})
