import { SaveVisitGroup } from '#shared/contract/visit-contract'
import { permissions } from '../../permissions/permissions'
import { listParticipants } from '../../repositories/assessments'
import { listMembers } from '../../repositories/members'
import { listUnits } from '../../repositories/units'
import { saveVisitGroup as saveGroup, visitGroupKey } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { mayVisit, visitGroupView } from './list-visit-groups'

/** A group whole: name, leader, members, and the units of each day, which come back in the county's order. */
export const saveVisitGroup = defineRequest('visit-group.save', {
  interactive: true,
  schema: SaveVisitGroup,
  load: ({ cycleId }: SaveVisitGroup) => ({
    people: listMembers(),
    units: listUnits(),
    participants: listParticipants(cycleId),
  }),
  permit: permissions['visit-group.save'],
  act: async ({ input, loaded: { people, units, participants }, now }) => {
    const { cycleId, groupId, revision, name, leaderId, memberIds, days } = input
    const choosable = new Set(people.filter(person => mayVisit(person, now)).map(({ _id }) => _id))
    if (!memberIds.every(memberId => choosable.has(memberId))) return refuse('visit-group.unknown-person')
    if (!memberIds.includes(leaderId)) return refuse('visit-group.leader-missing')
    const taking = new Set(participants.map(({ unitId }) => unitId))
    if (!days.every(day => day.unitIds.every(unitId => taking.has(unitId)))) return refuse('visit-group.unknown-unit')
    const inOrder = (unitIds: string[]) => units.map(({ _id }) => _id).filter(unitId => unitIds.includes(unitId))
    const group = {
      _id: visitGroupKey(cycleId, groupId),
      cycleId,
      groupId,
      name,
      leaderId,
      memberIds: [...new Set(memberIds)],
      days: days
        .map(({ date, unitIds }) => ({ date, unitIds: inOrder(unitIds) }))
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
      revision: revision + 1,
    }
    return (await saveGroup(group)) ? visitGroupView(group) : refuse('visit-group.stale')
  },
})
