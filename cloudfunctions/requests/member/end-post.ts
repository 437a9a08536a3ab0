import type { PostInput } from '#shared/contract/office-contract'
import { EndPost } from '#shared/contract/office-contract'
import { permissions } from '../../permissions/permissions'
import { type Post, readMember, replacePosts } from '../../repositories/members'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'

/** The post ends now; what the person did in it stays, under the name of that day. */
export const endPost = defineRequest('member.end-post', {
  interactive: true,
  schema: EndPost,
  load: ({ memberId }) => ({ member: needed(readMember(memberId), 'member.unknown') }),
  permit: permissions['member.end-post'],
  act: async ({ input, loaded: { member }, now }) => {
    const isMeant = (post: Post) => (post.to === null || now < post.to) && isSamePost(post, input.post)
    if (!member.posts.some(isMeant)) return refuse('post.unknown')
    const posts = member.posts.map(post => (isMeant(post) ? { ...post, to: now } : post))
    return (await replacePosts(member, posts)) ? {} : refuse('server.busy')
  },
})

function isSamePost(held: PostInput, meant: PostInput): boolean {
  if (held.role !== meant.role) return false
  if ('unitId' in held) return 'unitId' in meant && held.unitId === meant.unitId
  if ('departmentId' in held) return 'departmentId' in meant && held.departmentId === meant.departmentId
  return true
}
