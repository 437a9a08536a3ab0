import { useState } from 'react'
import type { Invitation, PostInput } from '#shared/contract/office-contract'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'

/** Where somebody is invited to: what it is called, and which posts can be given there. */
export interface InvitingPlace {
  name: string
  posts: readonly { post: PostInput; roleName: string }[]
}

/** A code that the county gave a moment ago. It is told this once: nobody can ask for it again. */
export interface GivenInvitation extends Invitation {
  name: string
}

export interface InvitedPerson {
  name: string
  phone: string
  post: PostInput
}

/** Asking for somebody's code: for which place, on its way, given or refused. */
export function useInviting<Place extends InvitingPlace>() {
  const [place, setPlace] = useState<Place | null>(null)
  const [invitation, setInvitation] = useState<GivenInvitation | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)

  /** Null closes the drawer. */
  function open(next: Place | null) {
    setPlace(next)
    setInvitation(null)
    setRefusal(null)
  }

  async function invite(person: InvitedPerson): Promise<GivenInvitation | null> {
    setBusy(true)
    const asked = await ask('member.invite', person)
    setBusy(false)
    setRefusal(asked.ok ? null : asked.problem)
    const given = asked.ok ? { ...asked.output, name: person.name } : null
    if (given) setInvitation(given)
    return given
  }

  return { place, open, invitation, invite, busy, refusal }
}
