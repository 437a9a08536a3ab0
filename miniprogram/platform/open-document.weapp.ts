import Taro from '@tarojs/taro'
import type { OpenDocument } from './capabilities'

/** Word, Excel and PDF open in WeChat's own viewer, whose menu sends them on to be printed. */
export const openDocument: OpenDocument = async ({ address, fileName }) => {
  try {
    // Still on this phone: nothing has to be fetched.
    if (address.startsWith(`${Taro.env.USER_DATA_PATH}/`)) {
      await Taro.openDocument({ filePath: address, showMenu: true })
      return true
    }
    const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
    const downloaded = await Taro.downloadFile({ url: address, filePath })
    if (downloaded.statusCode !== 200) return false
    await Taro.openDocument({ filePath, showMenu: true })
    return true
  } catch {
    return false
  }
}
