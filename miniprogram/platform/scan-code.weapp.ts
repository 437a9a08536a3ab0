import Taro from '@tarojs/taro'
import type { Scanner } from './capabilities'

export const scanner: Scanner = {
  available: true,
  async scan() {
    try {
      const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] })
      return result
    } catch {
      return null
    }
  },
}
