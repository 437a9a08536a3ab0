import type { MemberView, Overview, PostInput } from '#shared/contract/office-contract'
import { audiences } from '../progress/progress'

/** One person in one post of today. */
export interface PersonInPost {
  memberId: string
  name: string
  phone: string
  post: PostInput
  roleName: string
}

/** A unit, a department, or the office, with who is in it and which posts can be given there. */
export interface RosterPlace {
  id: string
  name: string
  posts: { post: PostInput; roleName: string }[]
  people: PersonInPost[]
}

export interface RosterGroup {
  name: string
  places: RosterPlace[]
}

export const roleNames: Record<PostInput['role'], string> = {
  chair: '主席',
  filler: '填报人',
  'department-head': '负责人',
  reviewer: '评分人',
  office: '考核办',
  leader: '县总领导',
}

/** Everybody by where they work, in the county's order: the office, the departments, the units of each annex. */
export function rosterGroups(
  { departments, units }: Pick<Overview, 'departments' | 'units'>,
  members: readonly MemberView[],
): RosterGroup[] {
  const people = members.flatMap(postsOfToday)
  const place = (id: string, name: string, posts: PostInput[]): RosterPlace => ({
    id,
    name,
    posts: posts.map(post => ({ post, roleName: roleNames[post.role] })),
    people: posts.flatMap(post => people.filter(person => postId(person.post) === postId(post))),
  })
  return [
    { name: '考核办', places: [place('office', '考核办、县总领导', [{ role: 'office' }, { role: 'leader' }])] },
    {
      name: '部室',
      places: departments.map(({ departmentId, name }) =>
        place(departmentId, name, [
          { role: 'department-head', departmentId },
          { role: 'reviewer', departmentId },
        ]),
      ),
    },
    ...audiences.map(({ audience, name }) => ({
      name,
      places: units
        .filter(unit => unit.audience === audience)
        .map(({ unitId, name: unitName }) =>
          place(unitId, unitName, [
            { role: 'chair', unitId },
            { role: 'filler', unitId },
          ]),
        ),
    })),
  ].filter(group => group.places.length > 0)
}

/** Names a post: `chair:u-1`, `office`. */
export function postId(post: PostInput): string {
  if ('unitId' in post) return `${post.role}-${post.unitId}`
  return 'departmentId' in post ? `${post.role}-${post.departmentId}` : post.role
}

function postsOfToday({ memberId, name, phone, posts }: MemberView): PersonInPost[] {
  return posts
    .filter(post => post.to === null)
    .map(({ from: _from, to: _to, ...post }) => ({ memberId, name, phone, post, roleName: roleNames[post.role] }))
}
