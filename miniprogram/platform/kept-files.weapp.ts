import Taro from '@tarojs/taro'
import type { KeptFiles } from './capabilities'
import { random } from './random'

export const keptFiles: KeptFiles = {
  async fetch(address) {
    const ending = /\.(\w{1,5})(?:\?|$)/.exec(address)?.[1] ?? 'bin'
    const filePath = `${Taro.env.USER_DATA_PATH}/${random.newId()}.${ending}`
    try {
      const { statusCode } = await Taro.downloadFile({ url: address, filePath })
      if (statusCode === 200) return filePath
      // What came instead is not left behind.
      Taro.getFileSystemManager().unlink({ filePath, success: () => {}, fail: () => {} })
      return null
    } catch {
      return null
    }
  },
  readText: path =>
    new Promise(resolve => {
      Taro.getFileSystemManager().readFile({
        filePath: path,
        encoding: 'utf8',
        success: ({ data }) => resolve(typeof data === 'string' ? data : null),
        fail: () => resolve(null),
      })
    }),
}
