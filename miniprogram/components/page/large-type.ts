import Taro from '@tarojs/taro'

const KEPT_UNDER = 'large-type'

/** Whether this phone shows 大字 (关怀模式). Kept on the phone: it belongs to the eyes, not to the account. */
export function isLargeType(): boolean {
  return Taro.getStorageSync(KEPT_UNDER) === true
}

/** Keeps the choice; a page shows it from its next opening, the page that asks at once. */
export function keepLargeType(large: boolean): void {
  Taro.setStorageSync(KEPT_UNDER, large)
}
