import type { Problem, ProblemCode } from '#shared/errors/problems'
import type { Sent } from './means'
import type { Hold } from './status'

/** Refusals of the caller, not of what was called: after signing in, joining or updating, the same thing can succeed. */
const ofTheCaller: Partial<Record<ProblemCode, Hold>> = {
  'call.outdated': 'update',
  'call.unknown-request': 'update',
  'identity.required': 'sign-in',
  'identity.session-ended': 'sign-in',
  'identity.not-a-member': 'join',
}

/** Refusals of what a call carries: where it carries several things, it may be only one of them. */
const ofTheContent: readonly ProblemCode[] = ['call.malformed', 'call.too-large', 'call.invalid-input']

/** Whether the things of a refused call should be sent one by one, so that one does not hold back the others. */
export function isOfTheContent({ code }: Problem): boolean {
  return ofTheContent.includes(code)
}

/** What a person must do before the county takes anything; null where it is not that. */
export function holdOf({ code }: Problem): Hold | null {
  return ofTheCaller[code] ?? null
}

/**
 * What a refused call means for what it carried: null is a refusal for good, which a person must see; anything else
 * says how the sending stands, and everything stays as it was.
 */
export function fateOf(problem: Problem): Exclude<Sent, 'done'> | null {
  if (problem.code === 'network.unreachable') return 'unreachable'
  if (holdOf(problem)) return 'held'
  return problem.retryable ? 'later' : null
}
