import Taro from '@tarojs/taro'
import type { LocalFiles } from './capabilities'
import { digestOf } from './digest'
import { readBytes } from './read-bytes'

export const localFiles: LocalFiles = {
  async digest(path) {
    const bytes = await readBytes(path)
    return bytes && { bytes: bytes.length, sha256: digestOf(bytes) }
  },
  remove: path =>
    new Promise(resolve => {
      const done = () => resolve()
      Taro.getFileSystemManager().unlink({ filePath: path, success: done, fail: done })
    }),
  address: path =>
    new Promise(resolve => {
      Taro.getFileSystemManager().access({ path, success: () => resolve(path), fail: () => resolve(null) })
    }),
}
