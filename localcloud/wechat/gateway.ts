import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'
import type { FunctionRunner } from '../functions/function-runner'
import { answerJson } from '../http/answers'
import { readJsonBody } from '../http/body'
import type { Auth } from '../rules/rule-expression'
import { type ClientFiles, STORAGE_DENIED } from './client-files'
import type { SubscribeAnswer, Subscriptions } from './subscriptions'
import type { Visits } from './visits'

/** WeChat refuses more text than this in the data of one call. */
const CALL_LIMIT = 100 * 1024
const BODY_LIMIT = 7 * 1024 * 1024

/** The numbers under which the client library of WeChat knows refusals; -1 is its number for everything else. */
const ERROR_NUMBERS: Record<string, number> = {
  INVALID_PARAM: -501007,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  [STORAGE_DENIED]: -503002,
  STORAGE_FILE_NONEXIST: -503003,
}

/**
 * `/wechat/…`: WeChat's side of the mini-program. In the cloud WeChat itself says who calls; here the caller says so,
 * which is why this listens on this machine only.
 */
export class WeChatGateway {
  constructor(
    private readonly appId: string,
    private readonly runner: FunctionRunner,
    private readonly mayInvoke: (functionName: string, auth: Auth) => boolean,
    private readonly files: ClientFiles,
    private readonly visits: Visits,
    private readonly subscriptions: Subscriptions,
  ) {}

  /** Answers in the shapes of `wx.cloud.…`: `errMsg` ending in `:ok`, or `errCode` and `errMsg`. */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const name = url.pathname.slice('/wechat/'.length)
    const api = API_NAMES[name]
    if (!api || request.method !== 'POST')
      return answerJson(response, 404, { errCode: -1, errMsg: `no ${url.pathname}` })
    try {
      answerJson(response, 200, { errMsg: `${api}:ok`, ...(await this.run(name, request, url)) })
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const errCode = ERROR_NUMBERS[error.code] ?? -1
      answerJson(response, 200, { errCode, errMsg: `${api}:fail ${error.code} ${error.message}`, code: error.code })
    }
  }

  private async run(name: string, request: IncomingMessage, url: URL): Promise<Fields> {
    if (name === 'upload-file') {
      return this.files.upload(authOf(url.searchParams.get('openid')), url.searchParams.get('path'), request)
    }
    const body = await readJsonBody(request, BODY_LIMIT)
    const auth = authOf(body.openid)
    if (name === 'call-function') return this.callFunction(auth, body)
    if (name === 'request-subscribe-message') return this.subscribe(auth, body.answers)
    const list = Array.isArray(body.fileList) ? body.fileList : []
    return name === 'delete-file' ? this.files.remove(auth, list) : this.files.addresses(auth, list)
  }

  /** The person has answered the box that `wx.requestSubscribeMessage` shows: at most three templates. */
  private async subscribe(auth: Auth, answers: unknown): Promise<Fields> {
    const said = isFields(answers) ? Object.entries(answers) : []
    const fits =
      said.length >= 1 && said.length <= 3 && said.every(([, word]) => word === 'accept' || word === 'reject')
    if (!auth || !fits) throw new CloudError('INVALID_PARAM', 'one to three templates, each accept or reject')
    await this.subscriptions.answer(auth.openid, Object.fromEntries(said) as Record<string, SubscribeAnswer>)
    return Object.fromEntries(said)
  }

  private async callFunction(auth: Auth, { name, data }: Fields): Promise<Fields> {
    if (typeof name !== 'string') throw new CloudError('INVALID_PARAM', 'name must be a string')
    const sent = isFields(data) ? data : {}
    if (Buffer.byteLength(JSON.stringify(sent)) > CALL_LIMIT) {
      throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the data is larger than ${CALL_LIMIT} bytes`)
    }
    if (!auth || !this.mayInvoke(name, auth)) {
      throw new CloudError('PERMISSION_DENIED', `clients may not call the function '${name}'`)
    }
    this.visits.note(auth.openid)
    // WeChat adds who calls and lets nobody else say so.
    const event = { ...sent, userInfo: { appId: this.appId, openId: auth.openid } }
    const result = await this.runner.run(name, JSON.stringify(event), {
      kind: 'mini-program',
      openid: auth.openid,
      appId: this.appId,
    })
    return { result: result === undefined ? null : parsed(result), requestID: '' }
  }
}

const API_NAMES: Record<string, string> = {
  'request-subscribe-message': 'requestSubscribeMessage',
  'call-function': 'cloud.callFunction',
  'upload-file': 'cloud.uploadFile',
  'get-temp-file-url': 'cloud.getTempFileURL',
  'delete-file': 'cloud.deleteFile',
}

function authOf(openid: unknown): Auth {
  return typeof openid === 'string' && openid !== '' ? { openid } : null
}

function parsed(json: string): unknown {
  return JSON.parse(json)
}
