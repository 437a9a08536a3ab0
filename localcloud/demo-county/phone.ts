import { createHash, randomUUID } from 'node:crypto'
import { contractVersion, type RequestInput, type RequestName, type RequestOutput } from '#shared/contract/api-contract'
import type { Reply } from '#shared/contract/envelope'

/** One person's phone: asks the deployed product through WeChat's side of the local cloud, as the mini-program does. */
export class DemoPhone {
  constructor(
    private readonly address: string,
    private readonly openid: string,
  ) {}

  /** @throws Error with the product's own sentence where it refuses: the demo's story would then be wrong. */
  async ask<Name extends RequestName>(request: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const call = { request, input, contractVersion, requestId: randomUUID() }
    const answer = await this.post(
      '/wechat/call-function',
      JSON.stringify({ openid: this.openid, name: 'api', data: call }),
    )
    // The local cloud answers what the function answered; its type is the contract's.
    const { result, errMsg } = answer as { result?: Reply<Name>; errMsg: string }
    if (!result) throw new Error(`${request}: ${errMsg}`)
    if (!result.ok) throw new Error(`${request}: ${result.problem.code} ${result.problem.message}`)
    return result.output
  }

  /** Puts bytes where a ticket says, as `wx.cloud.uploadFile` does. */
  async upload(path: string, bytes: Buffer): Promise<void> {
    const query = new URLSearchParams({ path, openid: this.openid })
    await this.post(`/wechat/upload-file?${query}`, bytes)
  }

  private async post(path: string, body: string | Buffer): Promise<unknown> {
    const response = await fetch(this.address + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
    return response.json()
  }
}

/** An id for one operation, unique in the county. */
export const newId = () => randomUUID().replaceAll('-', '')

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
