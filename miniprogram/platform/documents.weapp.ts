import Taro from '@tarojs/taro'
import type { ChooseDocument } from './capabilities'
import { digestOf } from './digest'
import { documentType, endingsOf } from './document-type'
import { readBytes } from './read-bytes'

/** WeChat lets a document be chosen from a conversation only: 「文件传输助手」 is where people send theirs. */
export const chooseDocument: ChooseDocument = async types => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: endingsOf(types) }).catch(() => null)
  const file = chosen?.tempFiles[0]
  if (!file) return null
  const bytes = await readBytes(file.path)
  if (!bytes) return 'unreadable'
  const { path, name } = file
  return { path, name, type: documentType(bytes, name), bytes: bytes.length, sha256: digestOf(bytes) }
}
