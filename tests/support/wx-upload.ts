import { request } from 'node:http'

interface UploadOptions {
  cloudPath: string
  filePath: string
  success(result: object): void
  fail(error: object): void
}

/** Where and as whom the phone uploads; its files by path. */
export const wxUploads = { port: 0, openid: '', files: new Map<string, Buffer>(), sent: 0, uploadFile }

/** `wx.cloud.uploadFile` over a real socket, as the platform's own file calls it: a task with progress and abort. */
function uploadFile({ cloudPath, filePath, success, fail }: UploadOptions) {
  const bytes = wxUploads.files.get(filePath)
  const told: ((progress: { progress: number }) => void)[] = []
  if (!bytes) {
    queueMicrotask(() => fail({ errMsg: 'uploadFile:fail no such file' }))
    return undefined
  }
  wxUploads.sent += 1
  const query = new URLSearchParams({ path: cloudPath, openid: wxUploads.openid })
  const sending = request({
    host: '127.0.0.1',
    port: wxUploads.port,
    path: `/wechat/upload-file?${query}`,
    method: 'POST',
    agent: false,
    headers: { 'content-length': bytes.length },
  })
  sending.on('error', error => fail({ errMsg: `uploadFile:fail ${error.message}` }))
  sending.on('response', response => {
    let text = ''
    response.on('data', part => {
      text += part
    })
    response.on('end', () => success(JSON.parse(text)))
    response.on('error', error => fail({ errMsg: `uploadFile:fail ${error.message}` }))
  })
  sending.end(bytes, () => {
    for (const listener of told) listener({ progress: 100 })
  })
  return {
    onProgressUpdate: (listener: (progress: { progress: number }) => void) => told.push(listener),
    abort: () => sending.destroy(new Error('abort')),
  }
}
