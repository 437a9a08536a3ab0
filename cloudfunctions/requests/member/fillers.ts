import type { Instant } from '#shared/assessment/assessment'
import type { Member } from '../../repositories/members'

/** A unit has one chair and at most four who fill in. */
export const maximumFillers = 4

/** How many people hold a filler's post of that unit today. */
export function openFillers(people: Pick<Member, 'posts'>[], unitId: string, now: Instant): number {
  return people.filter(({ posts }) =>
    posts.some(post => post.role === 'filler' && post.unitId === unitId && (post.to === null || now < post.to)),
  ).length
}
