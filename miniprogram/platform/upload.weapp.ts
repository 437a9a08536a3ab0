import Taro from '@tarojs/taro'
import type { RunningUpload, Upload, UploadOrder, UploadOutcome } from './capabilities'
import { withStallLimit } from './stall-limit'

export const upload: Upload = order => withStallLimit(moved => send(order, moved))

/** Only with callbacks does WeChat answer a task, which tells progress and can be aborted; with a promise it does not. */
function send({ path, ticket, onProgress }: UploadOrder, moved: () => void): RunningUpload {
  let abort = () => {}
  const outcome = new Promise<UploadOutcome>(resolve => {
    const task = Taro.cloud.uploadFile({
      cloudPath: ticket.path,
      filePath: path,
      success: result => resolve('fileID' in result && result.fileID ? 'uploaded' : 'refused'),
      fail: (error: unknown) => resolve(outcomeOf(error)),
    })
    // Old libraries answer none; what then still travels after an abort does no harm: only a registered file counts.
    task?.onProgressUpdate?.(({ progress }) => {
      moved()
      onProgress?.(progress / 100)
    })
    abort = () => task?.abort?.()
  })
  return { outcome, abort }
}

/** WeChat tells why only in words. */
function outcomeOf(error: unknown): UploadOutcome {
  const text = typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
  if (/no such file|file not exist/i.test(text)) return 'lost'
  return /permission|denied|STORAGE_EXCEED|-50300[13]/i.test(text) ? 'refused' : 'unreachable'
}
