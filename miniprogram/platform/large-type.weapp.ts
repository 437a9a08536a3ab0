import Taro from '@tarojs/taro'
import type { PrefersLargeType } from './capabilities'

/** WeChat's default is 16 px; a person who set 20 or more wants everything larger. */
const LARGE = 20

export const prefersLargeType: PrefersLargeType = () => {
  try {
    // Taro's type does not list this field yet.
    const settings = Taro.getAppBaseInfo()
    return 'fontSizeSetting' in settings && Number(settings.fontSizeSetting) >= LARGE
  } catch {
    return false
  }
}
