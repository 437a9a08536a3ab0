import * as v from 'valibot'
import type { Instant } from '#shared/assessment/assessment'
import { hmacSha256, sameSecret } from '../infrastructure/secrets'

const Claims = v.strictObject({ sessionId: v.string(), memberId: v.string(), expires: v.number() })
/** Names the session and the member, so that both are read at once with what the request needs. */
export type SessionClaims = v.InferOutput<typeof Claims>

/** base64url(JSON) `.` HMAC-SHA256: what a signed-in computer sends as `Authorization: Bearer …`. */
export function signSessionToken(claims: SessionClaims, secret: string): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${hmacSha256(secret, body)}`
}

/** What the token says, or null where we have not signed it or its time is over. Whether it was ended is in the database. */
export function readSessionToken(token: string, secret: string, now: Instant): SessionClaims | null {
  const [body, signature, ...rest] = token.split('.')
  if (body === undefined || signature === undefined || rest.length > 0) return null
  if (!sameSecret(signature, hmacSha256(secret, body))) return null
  const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString())
  return v.is(Claims, claims) && now < claims.expires ? claims : null
}
