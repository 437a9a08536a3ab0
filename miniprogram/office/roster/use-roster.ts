import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Invitation, PostInput } from '#shared/contract/office-contract'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'
import { useOffice } from '../frame/use-office'
import { type PersonInPost, type RosterPlace, rosterGroups } from '../people/roster-groups'

/** 单位和人员: who is where, inviting somebody, ending a post. */
export function useRoster() {
  const office = useOffice()
  const { overview } = office
  const members = useRequest('member.list', { unitId: null })
  const [inviting, setInviting] = useState<RosterPlace | null>(null)
  const [invitation, setInvitation] = useState<(Invitation & { name: string }) | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)

  function openInviting(place: RosterPlace | null) {
    setInviting(place)
    setInvitation(null)
    setRefusal(null)
  }

  async function invite(person: { name: string; phone: string; post: PostInput }) {
    setBusy(true)
    const asked = await ask('member.invite', person)
    setBusy(false)
    setRefusal(asked.ok ? null : asked.problem)
    if (asked.ok) setInvitation({ ...asked.output, name: person.name })
  }

  /** Asks first: the person is out of the program at once. */
  async function endPost({ memberId, name, roleName, post }: PersonInPost, place: RosterPlace) {
    const { confirm } = await Taro.showModal({
      title: `撤掉${name}的职务？`,
      content: `${place.name}　${roleName}。撤掉后${name}不能再用这个职务，做过的事和名字都留着。`,
      cancelText: '不撤',
      confirmText: '撤职',
    })
    if (!confirm) return
    const asked = await ask('member.end-post', { memberId, post })
    setRefusal(asked.ok ? null : asked.problem)
    await members.reload()
  }

  return {
    ...office,
    members,
    groups: overview.output && members.output ? rosterGroups(overview.output, members.output.members) : null,
    inviting,
    openInviting,
    invitation,
    invite,
    busy,
    refusal,
    endPost,
  }
}
