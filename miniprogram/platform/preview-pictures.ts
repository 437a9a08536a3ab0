import Taro from '@tarojs/taro'
import type { PreviewPictures } from './capabilities'

/** The same call does it on both. */
export const previewPictures: PreviewPictures = (addresses, first = 0) => {
  const current = addresses[first] ?? addresses[0]
  if (current !== undefined) Taro.previewImage({ urls: addresses, current })
}
