import Taro from '@tarojs/taro'
import type { KeyedStorage } from './capabilities'

/** WeChat's storage: 10 MB in all, 1 MB a key; it throws when either is exceeded. */
export const storage: KeyedStorage = {
  read(key) {
    try {
      // WeChat answers an empty string for a key that was never written; we never store one.
      const value: unknown = Taro.getStorageSync(key)
      return value === '' ? undefined : value
    } catch {
      return undefined
    }
  },
  write(key, value) {
    try {
      Taro.setStorageSync(key, value)
      return 'written'
    } catch {
      return 'full'
    }
  },
  remove: key => Taro.removeStorageSync(key),
  keys: () => [...Taro.getStorageInfoSync().keys],
}
