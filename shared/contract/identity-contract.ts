import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import type { UnitState } from '../assessment/unit-state'
import type { Audience, DepartmentId } from '../rubric/rubric'
import type { Abilities } from './abilities'
import type { CycleView } from './cycle-contract'
import { id, requiredText } from './fields'
import type { OwnVisitGroup } from './visit-contract'

/** What a person may be; a leader reads, the others act. */
export type PostView =
  | { role: 'chair' | 'filler'; unitId: string; unitName: string; audience: Audience; state: UnitState | null }
  | { role: 'department-head' | 'reviewer'; departmentId: DepartmentId; departmentName: string }
  | { role: 'office' | 'leader' }

/** `identity.who-am-i`: the person, their posts of today, the current cycle. Never refused: a stranger gets `member: null`. */
export interface WhoAmI {
  countyName: string | null
  officePhone: string
  /** `boxKey` is the same on every visit of this person and says nothing else: a phone keeps one outbox a person by it. */
  member: { name: string; boxKey: string } | null
  posts: PostView[]
  /** 考核组 of the current cycle to which the person belongs; absent where there is none. */
  visits?: OwnVisitGroup[]
  cycle: CycleView | null
  abilities: Abilities
}

/** `sign-in.start`: what a PC shows as a QR code, and the claim with which it alone can take the session. */
export interface StartedSignIn {
  ticketId: string
  /** Plain text for the QR code, read by the mini-program's own scanner. */
  code: string
  claim: string
  expiresAt: Instant
}

export const ConfirmSignIn = v.strictObject({ ticketId: id('登录码') })
export type ConfirmSignIn = v.InferOutput<typeof ConfirmSignIn>
export interface ConfirmedSignIn {
  name: string
}

export const TakeSignIn = v.strictObject({ ticketId: id('登录码'), claim: id('登录凭据') })
export type TakeSignIn = v.InferOutput<typeof TakeSignIn>
/** `session` is sent as `Authorization: Bearer …` from then on; `waiting` until the phone has confirmed. */
export type TakenSignIn = { waiting: true } | { waiting: false; session: string; name: string }

export const JoinCounty = v.strictObject({ invitationCode: requiredText('邀请码', 32) })
export type JoinCounty = v.InferOutput<typeof JoinCounty>
export interface JoinedCounty {
  name: string
  posts: PostView[]
}
