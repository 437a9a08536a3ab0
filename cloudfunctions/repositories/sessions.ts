import type { Instant } from '#shared/assessment/assessment'
import { collection } from '../infrastructure/collection'

/** 电脑登录: one computer that a person signed in by scanning. */
export interface Session {
  _id: string
  memberId: string
  startedAt: Instant
  expiresAt: Instant
  endedAt: Instant | null
}

const sessions = collection<Session>('sessions')

export function readSession(sessionId: string): Promise<Session | null> {
  return sessions.read(sessionId)
}

export async function addSession(session: Session): Promise<void> {
  await sessions.add(session)
}

/** The session's token is worthless from now on. */
export async function endSession(sessionId: string, endedAt: Instant): Promise<void> {
  await sessions.update({ _id: sessionId }, { endedAt })
}
