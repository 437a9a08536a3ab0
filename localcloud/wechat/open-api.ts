import { randomUUID } from 'node:crypto'
import { type Actions, requiredText } from '../admin/action'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'
import type { DeployedFunction } from '../functions/deployment'

/** What WeChat answers a function: `errcode` 0, or the number under which it refuses. */
export type WeChatAnswer = { errcode: number; errmsg: string } & Fields
/** One API of WeChat by its name. */
export type WeChatApis = Record<string, (data: Fields) => WeChatAnswer | Promise<WeChatAnswer>>

export const refusal = (errcode: number, errmsg: string): WeChatAnswer => ({ errcode, errmsg })
export const granted = (fields: Fields = {}): WeChatAnswer => ({ errcode: 0, errmsg: 'ok', ...fields })

/**
 * `wx.api`, which `callWxOpenApi` sends. A function may use the APIs that its config.json names; WeChat knows the
 * function by the token of its container. What is refused is refused as WeChat refuses: by a number in the answer.
 */
export function openApiActions(
  apis: WeChatApis,
  functionOfToken: (token: string) => DeployedFunction | undefined,
): Actions {
  return {
    'wx.api': async request => {
      const name = requiredText(request, 'apiName')
      const caller = functionOfToken(String(request.sessionToken ?? ''))
      const answer = await answerOf(apis, name, caller, request.requestData)
      return { data: { responseData: JSON.stringify({ rid: randomUUID(), ...answer }) } }
    },
  }
}

function answerOf(
  apis: WeChatApis,
  name: string,
  caller: DeployedFunction | undefined,
  data: unknown,
): WeChatAnswer | Promise<WeChatAnswer> {
  const api = Object.hasOwn(apis, name) ? apis[name] : undefined
  if (!api) return refusal(-604100, `API not found: ${name}`)
  if (!caller?.openapi.includes(name)) return refusal(-604101, `function has no permission to call this API: ${name}`)
  const parsed: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : {}
  if (!isFields(parsed)) throw new CloudError('INVALID_PARAM', 'requestData must be an object')
  return api(parsed)
}
