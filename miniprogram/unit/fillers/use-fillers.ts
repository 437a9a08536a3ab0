import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Instant } from '#shared/assessment/signature'
import type { MemberView, PostInput } from '#shared/contract/office-contract'
import { problem } from '#shared/errors/problems'
import { maximumFillers } from '#shared/members/maximum-fillers'
import { refreshIdentity, useIdentity } from '../../backend/identity'
import { useRequest } from '../../backend/use-request'
import { useEndingPost } from '../../components/people/use-ending-post'
import { type GivenInvitation, type InvitedPerson, useInviting } from '../../components/people/use-inviting'
import { unitPostOf } from '../own/use-own-sheet'

const roleName = '填报人'

/** The unit's fillers as its chair sees them; inviting one, and ending a post. */
export function useFillers() {
  const identity = useIdentity()
  const unit = unitPostOf(identity)
  const people = useRequest('member.list', unit && { unitId: unit.unitId })
  // Whoever has joined meanwhile is there when the chair looks again.
  useDidShow(() => {
    if (people.output) void people.reload()
  })
  const inviting = useInviting()
  const ending = useEndingPost(people.reload)
  const [given, setGiven] = useState<readonly GivenInvitation[]>([])

  const post: PostInput | null = unit && { role: 'filler', unitId: unit.unitId }
  const fillers = people.output ? fillersToday(people.output.members) : null
  const unknown = identity.whoAmI ? problem('permission.denied') : identity.problem
  return {
    status: unit ? people.status : unknown ? ('failed' as const) : ('loading' as const),
    problem: unit ? people.problem : unknown,
    isStale: people.isStale,
    reload: unit ? people.reload : refreshIdentity,
    fillers,
    isFull: fillers !== null && fillers.length >= maximumFillers,
    given,
    inviting,
    openInviting: () => unit && post && inviting.open({ name: unit.unitName, posts: [{ post, roleName }] }),
    invite: async (person: InvitedPerson) => {
      const invitation = await inviting.invite(person)
      if (invitation) setGiven(before => [invitation, ...before])
    },
    refusal: ending.refusal,
    endPost: ({ memberId, name }: MemberView) =>
      unit && post && ending.endPost({ memberId, name, roleName, post }, unit.unitName),
  }
}

/** Whoever has been it longest comes first. */
function fillersToday(members: readonly MemberView[]): MemberView[] {
  return members
    .filter(member => fillsSince(member) !== null)
    .sort((one, other) => (fillsSince(one) ?? 0) - (fillsSince(other) ?? 0))
}

function fillsSince({ posts }: MemberView): Instant | null {
  return posts.find(({ role, to }) => role === 'filler' && to === null)?.from ?? null
}
