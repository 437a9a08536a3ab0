import { randomUUID } from 'node:crypto'
import { contractVersion, type RequestInput, type RequestName, type RequestOutput } from '#shared/contract/api-contract'
import type { Reply } from '#shared/contract/envelope'

/** Anything that asks the deployed product: the reply as it comes, or only its output. */
export interface Client {
  ask<Name extends RequestName>(request: Name, input: RequestInput<Name>): Promise<Reply<Name>>
  /** The output. @throws Error with code and sentence where the request is refused. */
  get<Name extends RequestName>(request: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>
  /** 'ok', or the code of the refusal. Takes any input: for what no client of ours would send. */
  verdict(request: string, input: unknown): Promise<string>
}

type Send = (call: object) => Promise<unknown>

/** A phone: calls through WeChat's side of the local cloud, which says who calls. */
export function phone(address: string, openid: string): Client {
  return client(async call => {
    const answer = await postJson(`${address}/wechat/call-function`, { openid, name: 'api', data: call })
    // What the function answered is inside what WeChat answers.
    const { result, errMsg } = answer as { result?: unknown; errMsg: string }
    if (result === undefined) throw new Error(errMsg)
    return result
  })
}

/** A browser: calls over HTTP, signed in with the session or not at all. `forged` goes into headers and body. */
export function browser(
  address: string,
  session: string | null,
  forged: { headers?: Record<string, string>; body?: object } = {},
): Client {
  const headers = { ...(session === null ? {} : { authorization: `Bearer ${session}` }), ...forged.headers }
  return client(call => postJson(`${address}/api`, { ...call, ...forged.body }, headers))
}

async function postJson(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return response.json()
}

function client(send: Send): Client {
  const call = (request: string, input: unknown) => send({ request, input, contractVersion, requestId: randomUUID() })
  const ask = async <Name extends RequestName>(request: Name, input: RequestInput<Name>) =>
    // The product answers by its contract; that it does is what the tests assert.
    (await call(request, input)) as Reply<Name>
  return {
    ask,
    async get(request, input) {
      const reply = await ask(request, input)
      if (!reply.ok) throw new Error(`${request}: ${reply.problem.code} ${reply.problem.message}`)
      return reply.output
    },
    async verdict(request, input) {
      const reply = (await call(request, input)) as Reply
      return reply.ok ? 'ok' : reply.problem.code
    },
  }
}
