import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import type { Network } from './network'
import { type Phone, PhoneRefusal } from './phone'
import { operatePhone } from './phone-operations'

/** The status that tells the runner's page 「nothing came back」; no server answers it by itself. */
const NO_ANSWER = 599

interface Served {
  phone: Phone
  network: Network
  /** The built mini-program's folder, for pictures that lie in the package. */
  dist: string
  packed: string
  runtime: string
  /** Address of the local cloud; without one every cloud call fails as without signal. */
  cloud: string | undefined
}

/**
 * Without `unsafe-eval`, as in a mini-program. Styles are the runner's own; pictures may come from the cloud's storage.
 */
const SECURITY_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'unsafe-inline'; img-src * data: blob:; font-src data:"
const RUNNER_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
</head><body><script src="/packed.js"></script><script src="/runtime.js"></script></body></html>`

/** Serves the runner's page, the phone behind it and, under the same address, the cloud's gateway for WeChat. */
export async function serveRunner(served: Served): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(served, request, response).catch(error => {
      const refused = error instanceof PhoneRefusal
      send(response, refused ? 400 : 500, 'text/plain; charset=utf-8', refused ? error.message : String(error))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the runner has no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://runner')
  const body = await bodyOf(request)
  if (url.pathname === '/') {
    response.setHeader('content-security-policy', SECURITY_POLICY)
    return send(response, 200, 'text/html; charset=utf-8', RUNNER_PAGE)
  }
  if (url.pathname === '/packed.js') return send(response, 200, 'text/javascript; charset=utf-8', served.packed)
  if (url.pathname === '/runtime.js') return send(response, 200, 'text/javascript; charset=utf-8', served.runtime)
  if (url.pathname === '/phone/downloadSubpackage') return answerSubpackage(served, url, response)
  if (url.pathname.startsWith('/phone/')) return answerPhone(served.phone, url, body, response)
  if (url.pathname.startsWith('/wechat/')) {
    const target = served.cloud ? served.cloud + url.pathname + url.search : undefined
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' }
    return carry(served, target, { method: 'POST', headers, body }, response)
  }
  if (url.pathname === '/carry') {
    const { to, method, header } = JSON.parse(url.searchParams.get('request') ?? '{}')
    return carry(served, to, { method, headers: header, ...(body.length > 0 && { body }) }, response)
  }
  const file = path.join(served.dist, path.posix.normalize(decodeURIComponent(url.pathname)))
  const bytes = await readFile(file).catch(() => null)
  send(response, bytes ? 200 : 404, '', bytes ?? '')
}

/** A subpackage comes over the network once and then stays on the phone. */
function answerSubpackage({ phone, network }: Served, url: URL, response: ServerResponse): void {
  const { root }: { root: string } = JSON.parse(url.searchParams.get('given') ?? '{}')
  const arrives = network.state === 'online'
  if (arrives) phone.subpackages.add(root)
  send(response, 200, 'application/json', JSON.stringify(arrives))
}

function answerPhone(phone: Phone, url: URL, body: Buffer, response: ServerResponse): void {
  const given = JSON.parse(url.searchParams.get('given') ?? '{}')
  const result = operatePhone(phone, url.pathname.slice('/phone/'.length), given, body)
  if (Buffer.isBuffer(result)) send(response, 200, 'application/octet-stream', result)
  else send(response, 200, 'application/json', JSON.stringify(result ?? null))
}

async function carry(served: Served, to: string | undefined, request: RequestInit, response: ServerResponse) {
  const carried = to === undefined ? null : await served.network.carry(to, request)
  if (carried) send(response, carried.status, carried.type, carried.bytes)
  else send(response, NO_ANSWER, 'text/plain', '')
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...(type && { 'content-type': type }), 'cache-control': 'no-store' })
  response.end(body)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}
