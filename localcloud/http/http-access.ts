import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'
import type { FunctionRunner } from '../functions/function-runner'
import { answerJson } from './answers'
import { readBody } from './body'

const BODY_LIMIT = 6 * 1024 * 1024
const TEXT_BODY = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded))/

const STATUS_OF_REFUSAL: Record<string, number> = {
  EXCEED_MAX_PAYLOAD_SIZE: 413,
  FUNCTION_NOT_FOUND: 404,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
}

/**
 * HTTP access: one route of the domain leads to one function, in the event shape of an integration. Whatever the
 * request says about who sends it, the function's context carries no identity.
 */
export class HttpAccess {
  constructor(
    private readonly route: string,
    private readonly functionName: string,
    private readonly cloud: { envId: string; appId: string },
    private readonly runner: FunctionRunner,
  ) {}

  leadsHere(path: string): boolean {
    return path === this.route || path.startsWith(`${this.route}/`)
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    try {
      const event = await this.eventOf(request, url)
      const result = await this.runner.run(this.functionName, JSON.stringify(event), { kind: 'http' })
      answerAsFunctionSays(response, result)
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const { code, message } = error
      answerJson(response, STATUS_OF_REFUSAL[code] ?? 500, { code, message, requestId: randomUUID() })
    }
  }

  private async eventOf(request: IncomingMessage, url: URL): Promise<Fields> {
    const body = await readBody(request, BODY_LIMIT)
    const isBase64Encoded = body.length > 0 && !TEXT_BODY.test(request.headers['content-type'] ?? 'text/')
    return {
      path: url.pathname.slice(this.route.length) || '/',
      httpMethod: request.method,
      headers: request.headers,
      queryStringParameters: Object.fromEntries(url.searchParams),
      requestContext: { ...this.cloud, requestId: randomUUID() },
      body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
      isBase64Encoded,
    }
  }
}

/** A function answers with a whole response (`statusCode` and so on), or with a value that becomes its body. */
function answerAsFunctionSays(response: ServerResponse, result: string | undefined): void {
  const value: unknown = result === undefined ? null : JSON.parse(result)
  if (!isFields(value) || typeof value.statusCode !== 'number') {
    answerJson(response, 200, value)
    return
  }
  const headers = isFields(value.headers) ? value.headers : {}
  for (const [name, field] of Object.entries(headers)) {
    response.setHeader(name, Array.isArray(field) ? field.map(String) : String(field))
  }
  const body = typeof value.body === 'string' ? value.body : JSON.stringify(value.body ?? '')
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.writeHead(value.statusCode)
  response.end(value.isBase64Encoded === true ? Buffer.from(body, 'base64') : body)
}
