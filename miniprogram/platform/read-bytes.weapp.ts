import Taro from '@tarojs/taro'

/** The bytes of a saved or temporary file; null where it is gone. */
export function readBytes(path: string): Promise<Uint8Array | null> {
  return new Promise(resolve => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => resolve(typeof data === 'string' ? null : new Uint8Array(data)),
      fail: () => resolve(null),
    })
  })
}
