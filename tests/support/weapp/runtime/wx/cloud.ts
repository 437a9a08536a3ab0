import { readPhoneFile, toWorld } from '../remote-phone'
import { asynchronous, type Options, text, WxFailure } from './api'
import { downloadTemporary, withSignal } from './network'

/** Who holds the phone. WeChat knows it; the program cannot name it. */
let openid = ''

export function setOpenid(value: string): void {
  openid = value
}

/** What the gateway answers: the result, or WeChat's error. */
interface Answer {
  errCode?: number
  errMsg?: string
  [field: string]: unknown
}

async function gateway(action: string, query: string, body: BodyInit, type: string): Promise<Answer> {
  const request = { method: 'POST', headers: { 'content-type': type }, body }
  const response = await withSignal(() => toWorld(`/wechat/${action}${query}`, request))
  const answer: Answer = await response
    .json()
    .catch(() => ({ errCode: -1, errMsg: `gateway answered ${response.status}` }))
  const reason = String(answer.errMsg ?? response.status).replace(/^cloud\.\w+:fail /, '')
  if (answer.errCode || !response.ok) throw new WxFailure(reason, answer.errCode ?? -1)
  return answer
}

export function askWeChat(action: string, question: object): Promise<Answer> {
  return gateway(action, '', JSON.stringify({ openid, ...question }), 'application/json')
}

async function callFunction(options: Options): Promise<object> {
  const { data = {} } = options
  const { result } = await askWeChat('call-function', { name: text(options, 'name'), data })
  return { result, requestID: '' }
}

type ProgressListener = (told: { progress: number }) => void

/** As WeChat answers: a task where callbacks are given, a promise where none is. */
function uploadTask(options: Options): unknown {
  const listeners: ProgressListener[] = []
  let giveUp = (_reason: Error) => {}
  const aborted = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  const work = asynchronous('cloud.uploadFile', async given => {
    const answer = await Promise.race([uploadFile(given), aborted])
    for (const listener of listeners) listener({ progress: 100 })
    return answer
  })
  return (
    work(options) ?? {
      onProgressUpdate: (listener: ProgressListener) => listeners.push(listener),
      abort: () => giveUp(new WxFailure('abort')),
    }
  )
}

async function uploadFile(options: Options): Promise<object> {
  const bytes = await readPhoneFile(text(options, 'filePath'))
  const query = `?${new URLSearchParams({ path: text(options, 'cloudPath'), openid })}`
  const { fileID } = await gateway('upload-file', query, bytes, 'application/octet-stream')
  return { fileID, statusCode: 204 }
}

async function temporaryAddresses(fileList: unknown): Promise<{ tempFileURL: string }[]> {
  const answer = await askWeChat('get-temp-file-url', { fileList })
  return Array.isArray(answer.fileList) ? answer.fileList : []
}

async function downloadFile(options: Options): Promise<object> {
  const [file] = await temporaryAddresses([text(options, 'fileID')])
  if (!file?.tempFileURL) throw new WxFailure('file not exists', -503003)
  return downloadTemporary(file.tempFileURL)
}

/** `wx.cloud`, reaching the local cloud through its gateway for WeChat. */
export const cloudApi = {
  init: (): void => undefined,
  callFunction: asynchronous('cloud.callFunction', callFunction),
  uploadFile: uploadTask,
  downloadFile: asynchronous('cloud.downloadFile', downloadFile),
  getTempFileURL: asynchronous('cloud.getTempFileURL', async options => ({
    fileList: await temporaryAddresses(options.fileList),
  })),
  deleteFile: asynchronous('cloud.deleteFile', ({ fileList }) => askWeChat('delete-file', { fileList })),
}
