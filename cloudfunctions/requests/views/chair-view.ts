import type { Instant } from '#shared/assessment/assessment'
import type { listChairs } from '../../repositories/members'

type Chair = Awaited<ReturnType<typeof listChairs>>[number]

/** The unit's chair of today, if it has one. */
export function chairOf(unitId: string, chairs: readonly Chair[], now: Instant): Chair | undefined {
  return chairs.find(({ posts }) =>
    posts.some(
      post =>
        post.role === 'chair' && post.unitId === unitId && post.from <= now && (post.to === null || now < post.to),
    ),
  )
}
