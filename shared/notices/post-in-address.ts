import type { PostView } from '../contract/identity-contract'

/**
 * The post that the address of a page names, so that whoever holds several sees the page as the right one:
 * `unit:township-a`, `department:welfare`, `office`.
 */
export type PostName = `unit:${string}` | `department:${string}` | 'office'

/** The page as that post. Ids hold only letters, digits, `-`, `_` and `@`, so nothing needs escaping. */
export function addressedTo(post: PostName, page: string): string {
  return `${page}${page.includes('?') ? '&' : '?'}post=${post}`
}

/** Whether this is the post that an address names; a chair and a filler of a unit see the same pages. */
export function isNamed(name: string, post: PostView): boolean {
  if ('unitId' in post) return name === `unit:${post.unitId}`
  return name === ('departmentId' in post ? `department:${post.departmentId}` : post.role)
}
