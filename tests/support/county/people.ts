import { shippedDepartments } from '#rubrics/shipped-rubrics'
import type { PostInput, SaveRoster } from '#shared/contract/office-contract'

/** Two units of each audience, named so that a test reads: `township-a` is scored by annex 1. */
export const units: SaveRoster['units'] = [
  { unitId: 'township-a', name: '城关镇总工会', audience: 'township', order: 1 },
  { unitId: 'township-b', name: '河口镇总工会', audience: 'township', order: 2 },
  { unitId: 'system-a', name: '教育系统工会', audience: 'system', order: 3 },
  { unitId: 'system-b', name: '卫生系统工会', audience: 'system', order: 4 },
  { unitId: 'party-a', name: '县委办工会', audience: 'party-government', order: 5 },
  { unitId: 'party-b', name: '县法院工会', audience: 'party-government', order: 6 },
  { unitId: 'enterprise-a', name: '化肥厂工会', audience: 'enterprise', order: 7 },
  { unitId: 'enterprise-b', name: '供电公司工会', audience: 'enterprise', order: 8 },
]

export const departments: SaveRoster['departments'] = shippedDepartments.map(({ id, name }) => ({
  departmentId: id,
  name,
}))

/** Everybody by openid: `chair-township-a`, `filler-township-a`, `head-welfare`, `reviewer-welfare`, `office`, `leader`. */
export const people: { openid: string; name: string; post: PostInput }[] = [
  { openid: 'leader', name: '领导', post: { role: 'leader' } },
  ...units.flatMap(({ unitId, name }) => [
    { openid: `chair-${unitId}`, name: `${name}主席`, post: { role: 'chair' as const, unitId } },
    { openid: `filler-${unitId}`, name: `${name}填报人`, post: { role: 'filler' as const, unitId } },
  ]),
  ...departments.flatMap(({ departmentId, name }) => [
    { openid: `head-${departmentId}`, name: `${name}部长`, post: { role: 'department-head' as const, departmentId } },
    { openid: `reviewer-${departmentId}`, name: `${name}评分人`, post: { role: 'reviewer' as const, departmentId } },
  ]),
]

/** The founder, already of the office. */
export const founder = { openid: 'office', name: '考核办' }
