import type { Instant } from '#shared/assessment/assessment'
import type { Member } from '../../repositories/members'

/** How many people hold a filler's post of that unit today. */
export function openFillers(people: Pick<Member, 'posts'>[], unitId: string, now: Instant): number {
  return people.filter(({ posts }) =>
    posts.some(post => post.role === 'filler' && post.unitId === unitId && (post.to === null || now < post.to)),
  ).length
}
