import type { Actor } from '../../permissions/permission'
import { memberIdOf } from '../../repositories/members'

/** Whoever sends: known by the phone, or signed in on a computer. Joining later changes nothing, for the id is the same. */
export function senderIdOf(asker: { openid: string | null; actor: Actor | null }): string {
  return asker.openid === null ? (asker.actor?.memberId ?? '') : memberIdOf(asker.openid)
}
