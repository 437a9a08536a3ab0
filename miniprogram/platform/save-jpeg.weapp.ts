import Taro from '@tarojs/taro'
import type { LocalPath } from './capabilities'
import { random } from './random'

/** Saves a picture on this phone for good; temporary files die with the program. @throws where there is no room */
export function saveJpeg(bytes: Uint8Array): Promise<LocalPath> {
  const path = `${Taro.env.USER_DATA_PATH}/${random.newId()}.jpg`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath: path,
      data: bytes.slice().buffer,
      success: () => resolve(path),
      fail: reject,
    })
  })
}
