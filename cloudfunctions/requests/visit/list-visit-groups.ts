import { ListVisitGroups, type VisitGroupList, type VisitGroupView } from '#shared/contract/visit-contract'
import { permissions } from '../../permissions/permissions'
import { type Department, listDepartments } from '../../repositories/departments'
import { listMembers, type Member } from '../../repositories/members'
import { listUnits } from '../../repositories/units'
import { listVisitGroups as listGroups, type VisitGroup } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'

export const listVisitGroups = defineRequest('visit-group.list', {
  interactive: true,
  schema: ListVisitGroups,
  load: ({ cycleId }: ListVisitGroups) => ({
    groups: listGroups(cycleId),
    people: listMembers(),
    units: listUnits(),
    departments: listDepartments(),
  }),
  permit: permissions['visit-group.list'],
  act: async ({ loaded: { groups, people, units, departments }, now }) => ({
    groups: groups.map(visitGroupView),
    people: people
      .filter(person => mayVisit(person, now))
      .map(person => personView(person, departments, now))
      .sort((a, b) => (a.place === b.place ? 0 : a.place < b.place ? -1 : 1)),
    units: units.map(({ _id, name, audience }) => ({ unitId: _id, name, audience })),
  }),
})

export function visitGroupView(group: VisitGroup): VisitGroupView {
  const { _id, cycleId: _cycleId, ...view } = group
  return view
}

/** Of the county, and of no unit today. */
export function mayVisit({ posts }: Member, now: number): boolean {
  const held = posts.filter(({ from, to }) => from <= now && (to === null || now < to))
  return held.length > 0 && !held.some(post => 'unitId' in post)
}

function personView({ _id, name, posts }: Member, departments: Department[], now: number) {
  const held = posts.filter(({ from, to }) => from <= now && (to === null || now < to))
  const places = held.map(post => {
    if ('departmentId' in post) return departments.find(({ _id }) => _id === post.departmentId)?.name ?? ''
    return post.role === 'leader' ? '县总领导' : '考核办'
  })
  const view: VisitGroupList['people'][number] = { memberId: _id, name, place: [...new Set(places)].join('、') }
  return view
}
