import * as v from 'valibot'
import { oldestContractVersion } from '#shared/contract/api-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { randomId } from '../infrastructure/secrets'
import type { Invocation } from './invocation'

/** A sheet with all its remarks is about 60 KB; the platform itself takes at most 100 KB from the mini-program. */
const MAXIMUM_CHARACTERS = 300_000

/** Other keys are ignored: WeChat adds `userInfo`, and nothing a client adds can say who it is. */
const Call = v.object({
  request: v.string(),
  input: v.optional(v.unknown()),
  contractVersion: v.pipe(v.number(), v.integer()),
  requestId: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))),
})

export interface ParsedCall {
  request: string
  input: unknown
  requestId: string
}

/** Reads the envelope. The request id is the caller's where it can be read, so that a complaint finds its log line. */
export function parseCall(call: Invocation['call']): { call: ParsedCall } | { requestId: string; problem: Problem } {
  const requestId = randomId()
  const value = 'text' in call ? parseText(call.text) : { value: call.value }
  if ('problem' in value) return { requestId, problem: value.problem }
  if (!('text' in call) && JSON.stringify(call.value)?.length > MAXIMUM_CHARACTERS) {
    return { requestId, problem: problem('call.too-large') }
  }
  const parsed = v.safeParse(Call, value.value)
  if (!parsed.success) return { requestId, problem: problem('call.malformed') }
  const { request, input, contractVersion } = parsed.output
  const given = parsed.output.requestId ?? requestId
  if (contractVersion < oldestContractVersion) return { requestId: given, problem: problem('call.outdated') }
  return { call: { request, input: input ?? {}, requestId: given } }
}

function parseText(text: string): { value: unknown } | { problem: Problem } {
  if (text.length > MAXIMUM_CHARACTERS) return { problem: problem('call.too-large') }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: problem('call.malformed') }
  }
}
