import { useRequest } from '../../backend/use-request'
import { useEndingPost } from '../../components/people/use-ending-post'
import { useInviting } from '../../components/people/use-inviting'
import { useOffice } from '../frame/use-office'
import { type RosterPlace, rosterGroups } from '../people/roster-groups'

/** 单位和人员: who is where, inviting somebody, ending a post. */
export function useRoster() {
  const office = useOffice()
  const { overview } = office
  const members = useRequest('member.list', { unitId: null })
  return {
    ...office,
    members,
    groups: overview.output && members.output ? rosterGroups(overview.output, members.output.members) : null,
    inviting: useInviting<RosterPlace>(),
    ending: useEndingPost(members.reload),
  }
}
