import type { Instant } from '#shared/assessment/assessment'
import { contractVersion, type RequestInput, type RequestName, type RequestOutput } from '#shared/contract/api-contract'
import { type Problem, problem } from '#shared/errors/problems'
import type { CallFunction } from '../platform/capabilities'

/** What came of a request: its output, or why not in plain Chinese. */
export type Asked<Name extends RequestName> =
  | { ok: true; output: RequestOutput<Name>; serverTime: Instant }
  /** `retryAfter`: so many milliseconds the county wants to be left alone. */
  | { ok: false; problem: Problem; retryAfter?: number }

export type Ask = <Name extends RequestName>(request: Name, input: RequestInput<Name>) => Promise<Asked<Name>>

interface AskMeans {
  callFunction: CallFunction
  newId(): string
  now(): Instant
  /** By how much the server's clock was ahead when it was last heard, from an earlier life of the program too. */
  clockOffset: { read(): number; keep(milliseconds: number): void }
  /** Told of every refusal that concerns the whole program and not the page that asked. */
  onEnded(reason: 'outdated' | 'session-ended'): void
}

/** A clock that is off by less tells no deadline wrong that a person could notice. */
const WORTH_KEEPING = 5_000

/**
 * Makes `ask`, the one way to the county: it never throws, and says 「没信号」 where nothing came back. `serverNow` is the
 * server's clock, so that deadlines are right whatever the phone's own clock shows.
 */
export function makeAsk(means: AskMeans): { ask: Ask; serverNow(): Instant } {
  let offset = means.clockOffset.read()
  let keptOffset = offset
  const ask: Ask = async <Name extends RequestName>(request: Name, input: RequestInput<Name>): Promise<Asked<Name>> => {
    const askedAt = means.now()
    const reply = await means.callFunction({ request, input, contractVersion, requestId: means.newId() })
    if (reply === 'unreachable') return { ok: false, problem: problem('network.unreachable') }
    // The reply was under way for about half the time that the call took.
    offset = reply.serverTime - (askedAt + means.now()) / 2
    if (Math.abs(offset - keptOffset) > WORTH_KEEPING) {
      keptOffset = offset
      means.clockOffset.keep(offset)
    }
    if (!reply.ok) {
      if (reply.problem.code === 'call.outdated') means.onEnded('outdated')
      if (reply.problem.code === 'identity.session-ended') means.onEnded('session-ended')
      return { ok: false, problem: reply.problem, ...(reply.retryAfter && { retryAfter: reply.retryAfter }) }
    }
    if (reply.oldestContractVersion > contractVersion) means.onEnded('outdated')
    // The envelope types a reply for any request; ours answers the one that was asked.
    return { ok: true, output: reply.output as RequestOutput<Name>, serverTime: reply.serverTime }
  }
  return { ask, serverNow: () => Math.round(means.now() + offset) }
}
