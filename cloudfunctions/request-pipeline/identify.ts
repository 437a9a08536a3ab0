import type { Instant } from '#shared/assessment/assessment'
import { problem } from '#shared/errors/problems'
import { setting } from '../infrastructure/settings'
import type { Actor, Visitor } from '../permissions/permission'
import { type Member, memberIdOf, readMember } from '../repositories/members'
import { readSession } from '../repositories/sessions'
import { readSessionToken } from './session-token'

/**
 * How an invocation came in. The openid is that of this invocation's context; a session token is what the caller
 * presents. Nothing else says who somebody is.
 */
export type Caller = { via: 'mini-program'; openid: string } | { via: 'http'; sessionToken: string | null }

/** Who calls. At most one round trip, side by side with the request's own. */
export async function identify(caller: Caller, now: Instant): Promise<Visitor> {
  if (caller.via === 'mini-program') {
    const member = await readMember(memberIdOf(caller.openid))
    return {
      actor: member && actorOf(member, null, now),
      absence: problem('identity.not-a-member'),
      openid: caller.openid,
    }
  }
  if (caller.sessionToken === null) return stranger(caller)
  const claims = readSessionToken(caller.sessionToken, setting('SESSION_SECRET'), now)
  const ended: Visitor = { actor: null, absence: problem('identity.session-ended'), openid: null }
  if (!claims) return ended
  const [session, member] = await Promise.all([readSession(claims.sessionId), readMember(claims.memberId)])
  if (!member || session?.memberId !== member._id || session.endedAt !== null) return ended
  return { ...ended, actor: actorOf(member, session._id, now) }
}

/** The caller without looking anybody up. */
export function stranger(caller: Caller): Visitor {
  return {
    actor: null,
    absence: problem('identity.required'),
    openid: caller.via === 'mini-program' ? caller.openid : null,
  }
}

function actorOf(member: Member, sessionId: string | null, now: Instant): Actor {
  const { _id: memberId, name, rehearsal } = member
  if (rehearsal) {
    const practice = { role: 'filler' as const, ...rehearsal, to: null, invitationId: null }
    return { memberId, name, posts: [practice], isRehearsing: true, sessionId }
  }
  // A post that has ended, or not begun, gives nothing.
  const posts = member.posts.filter(({ from, to }) => from <= now && (to === null || now < to))
  return { memberId, name, posts, isRehearsing: false, sessionId }
}
