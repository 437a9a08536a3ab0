import { fetchFromWorld, NoAnswer, phone, putTemporary } from '../remote-phone'
import { answerable, asynchronous, text, WxFailure } from './api'
import { announce } from './listeners'

let online = true

/** Switches what the phone says about its network, and tells the program. The link itself is cut by the test's server. */
export function setOnline(now: boolean): void {
  if (now === online) return
  online = now
  announce('NetworkStatusChange', { isConnected: online, networkType: networkType() })
}

function networkType(): string {
  return online ? '4g' : 'none'
}

/** Turns 「nothing came back」 into WeChat's words. */
export async function withSignal<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof NoAnswer ? new WxFailure('request:fail ', -1) : error
  }
}

function extensionOf(address: string): string {
  return /\.(\w{1,5})$/.exec(new URL(address).pathname)?.[1] ?? 'bin'
}

/** Fetches an address into a temporary file. */
export async function downloadTemporary(address: string): Promise<{ tempFilePath: string; statusCode: number }> {
  const response = await withSignal(() => fetchFromWorld(address))
  const tempFilePath = await putTemporary(await response.blob(), extensionOf(address))
  return { tempFilePath, statusCode: response.status }
}

export const networkApi = {
  getNetworkType: answerable('getNetworkType', () => ({ networkType: networkType() })),
  downloadFile: asynchronous('downloadFile', async options => {
    const downloaded = await downloadTemporary(text(options, 'url'))
    if (typeof options.filePath !== 'string') return downloaded
    await phone('copyFile', { from: downloaded.tempFilePath, to: options.filePath })
    return { ...downloaded, filePath: options.filePath }
  }),
  request: asynchronous('request', async options => {
    const { data, method = 'GET', header = {}, dataType = 'json' } = options
    const body = data === undefined || typeof data === 'string' ? data : JSON.stringify(data)
    const response = await withSignal(() =>
      fetchFromWorld(
        text(options, 'url'),
        String(method),
        { 'content-type': 'application/json', ...Object(header) },
        body,
      ),
    )
    const answer = await response.text()
    const parsed = dataType === 'json' ? parsedOrText(answer) : answer
    return { data: parsed, statusCode: response.status, header: Object.fromEntries(response.headers) }
  }),
}

function parsedOrText(answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch {
    return answer
  }
}
