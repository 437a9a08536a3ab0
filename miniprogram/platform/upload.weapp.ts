import Taro from '@tarojs/taro'
import type { Upload, UploadOutcome } from './capabilities'
import { withTimeLimit } from './time-limit'

/** A picture of 450 KB on a network that is barely there. */
const LIMIT = 60_000

export const upload: Upload = ({ path, ticket }) => {
  let stop = () => {}
  const aborted = new Promise<UploadOutcome>(resolve => {
    stop = () => resolve('unreachable')
  })
  const sent = Taro.cloud.uploadFile({ cloudPath: ticket.path, filePath: path }).then(
    (result): UploadOutcome => ('fileID' in result && result.fileID ? 'uploaded' : 'refused'),
    (error: unknown) => outcomeOf(error),
  )
  // What WeChat still sends after an abort does no harm: only a registered file counts.
  return { outcome: withTimeLimit(Promise.race([sent, aborted]), LIMIT, 'unreachable'), abort: stop }
}

/** WeChat tells why only in words. */
function outcomeOf(error: unknown): UploadOutcome {
  const text = typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
  if (/no such file|file not exist/i.test(text)) return 'lost'
  return /permission|denied|STORAGE_EXCEED|-50300[13]/i.test(text) ? 'refused' : 'unreachable'
}
