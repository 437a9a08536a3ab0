import type { RequestName } from '#shared/contract/api-contract'
import { oldestContractVersion } from '#shared/contract/api-contract'
import type { Reply } from '#shared/contract/envelope'
import { type Problem, problem } from '#shared/errors/problems'
import { now } from '../infrastructure/clock'
import { log, logFailure } from '../infrastructure/log'
import { countingRoundTrips } from '../infrastructure/round-trips'
import { randomId } from '../infrastructure/secrets'
import type { RequestDefinition } from './define-request'
import type { Caller } from './identify'
import { type Invocation, readInvocation } from './invocation'
import { parseCall } from './parse-call'
import { Refusal } from './refusal'

/** Every request by its name, as `requests/request-table.ts` lists them. */
export type RequestTable = { [Name in RequestName]: RequestDefinition<Name> }

interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** What failed inside will hardly be well at once; who was only overtaken can come back soon. Milliseconds. */
const AFTER_A_FAILURE = 20_000
const AFTER_A_COLLISION = 2_000

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** The function's entry: one call, by either way in, to one reply. The only place that catches. */
export function serve(table: Partial<RequestTable>) {
  return async (event: unknown, context: unknown): Promise<Reply | HttpAnswer> => {
    const invocation = readInvocation(event, context)
    if (invocation === null) return overHttp(400, refused(randomId(), problem('call.malformed')))
    if ('preflight' in invocation) return { statusCode: 204, headers, body: '' }
    const reply = await answer(table, invocation)
    return invocation.caller.via === 'http' ? overHttp(200, reply) : reply
  }
}

async function answer(table: Partial<RequestTable>, { caller, call }: Invocation): Promise<Reply> {
  const startedAt = now()
  const parsed = parseCall(call)
  if ('problem' in parsed) {
    logOutcome('unread', parsed.requestId, caller, startedAt, 0, parsed.problem.code)
    return refused(parsed.requestId, parsed.problem)
  }
  const { request, input, requestId } = parsed.call
  const definition = find(table, request)
  if (!definition) {
    logOutcome('unknown', requestId, caller, startedAt, 0, 'call.unknown-request')
    return refused(requestId, problem('call.unknown-request'))
  }
  const { result, roundTrips } = await countingRoundTrips(() => answerSafely(definition, input, caller, requestId))
  const outcome = result instanceof Refusal ? result.problem.code : 'ok'
  logOutcome(definition.name, requestId, caller, startedAt, roundTrips, outcome)
  if (result instanceof Refusal) return refused(requestId, result.problem)
  return { ok: true, output: result, requestId, serverTime: now(), oldestContractVersion }
}

function find(table: Partial<RequestTable>, request: string): RequestDefinition<RequestName> | undefined {
  // Own keys only: 「constructor」 is no request.
  const name = Object.keys(table).find((candidate): candidate is RequestName => candidate === request)
  return name && table[name]
}

async function answerSafely(
  definition: RequestDefinition<RequestName>,
  input: unknown,
  caller: Caller,
  requestId: string,
) {
  try {
    return await definition.answer(input, caller)
  } catch (failure) {
    logFailure(requestId, failure)
    return new Refusal(problem('server.failed'))
  }
}

function refused(requestId: string, why: Problem): Reply {
  const wait = why.retryable ? { retryAfter: why.code === 'server.failed' ? AFTER_A_FAILURE : AFTER_A_COLLISION } : {}
  return { ok: false, problem: why, ...wait, requestId, serverTime: now(), oldestContractVersion }
}

function overHttp(statusCode: number, reply: Reply): HttpAnswer {
  return { statusCode, headers, body: JSON.stringify(reply) }
}

function logOutcome(
  request: string,
  requestId: string,
  { via }: Caller,
  startedAt: number,
  roundTrips: number,
  outcome: string,
): void {
  log({ request, outcome, via, milliseconds: now() - startedAt, roundTrips, requestId })
}
