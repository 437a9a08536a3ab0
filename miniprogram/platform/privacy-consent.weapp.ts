import Taro from '@tarojs/taro'
import type { PrivacyConsent } from './capabilities'

const buttonId = 'privacy-agree'

export const privacyConsent: PrivacyConsent = {
  buttonId,
  watch(onAsked) {
    // Before library 2.32.3 WeChat has no such question of its own.
    Taro.onNeedPrivacyAuthorization?.(resolve => {
      resolve({ event: 'exposureAuthorization' })
      onAsked(agreed => resolve(agreed ? { event: 'agree', buttonId } : { event: 'disagree' }))
    })
  },
  readMore: () => Taro.openPrivacyContract({}),
}
