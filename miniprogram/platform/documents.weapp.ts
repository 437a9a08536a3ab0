import Taro from '@tarojs/taro'
import type { ChooseDocument, ChosenDocument } from './capabilities'
import { digestOf } from './digest'
import { documentType, endingsOf } from './document-type'
import { random } from './random'
import { readBytes } from './read-bytes'

/** WeChat lets a document be chosen from a conversation only: 「文件传输助手」 is where people send theirs. */
export const chooseDocument: ChooseDocument = async types => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: endingsOf(types) }).catch(() => null)
  const file = chosen?.tempFiles[0]
  return file ? keep(file).catch(() => 'unreadable' as const) : null
}

/** A copy: what WeChat hands over dies with the program. */
async function keep({ path: chosen, name }: { path: string; name: string }): Promise<ChosenDocument | 'unreadable'> {
  const bytes = await readBytes(chosen)
  if (!bytes) return 'unreadable'
  const type = documentType(bytes, name)
  const ending = name.split('.').at(-1) ?? ''
  const path = `${Taro.env.USER_DATA_PATH}/${random.newId()}${/^\w{1,5}$/.test(ending) ? `.${ending}` : ''}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().copyFile({ srcPath: chosen, destPath: path, success: () => resolve(), fail: reject })
  })
  return { path, name, type, bytes: bytes.length, sha256: digestOf(bytes) }
}
