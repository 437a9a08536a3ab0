import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import type { Fields } from '../fields'
import { answerJson } from '../http/answers'
import { readJsonBody } from '../http/body'
import { type Actions, requiredText } from './action'
import { type Credentials, verifySignature } from './signature'

const BODY_LIMIT = 20 * 1024 * 1024

/** `POST /admin`, where the SDK sends every action. */
export class AdminEndpoint {
  constructor(
    private readonly envId: string,
    private readonly credentials: Credentials,
    private readonly actions: Actions,
    private readonly log: (line: string) => void,
  ) {}

  /** Always HTTP 200; what went wrong stands in `code` and `message`, as CloudBase answers. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID()
    try {
      const parameters = await readJsonBody(request, BODY_LIMIT)
      verifySignature(request, parameters, this.credentials)
      answerJson(response, 200, { requestId, ...(await this.run(parameters, request)) })
    } catch (error) {
      answerJson(response, 200, { ...this.refusal(error), requestId })
    }
  }

  private run(parameters: Fields, request: IncomingMessage): Fields | Promise<Fields> {
    const name = requiredText(parameters, 'action')
    if (parameters.envName !== this.envId) {
      throw new CloudError('INVALID_ENV', `[INVALID_ENV] this cloud has no environment '${parameters.envName}'`)
    }
    const action = Object.hasOwn(this.actions, name) ? this.actions[name] : undefined
    if (!action) throw new CloudError('INVALID_ACTION', `[INVALID_ACTION] the local cloud does not answer '${name}'`)
    return action(parameters, request.headers)
  }

  private refusal(error: unknown): { code: string; message: string } {
    if (error instanceof CloudError) return { code: error.code, message: error.message }
    this.log(`admin endpoint: ${error instanceof Error ? error.stack : error}`)
    return { code: 'SYS_ERR', message: '[SYS_ERR] system error' }
  }
}
