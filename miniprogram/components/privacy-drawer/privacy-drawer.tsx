import { Button as NativeButton, View } from '@tarojs/components'
import { privacyConsent } from '../../platform/privacy-consent'
import { Button } from '../button/button'
import { Drawer } from '../drawer/drawer'
import { useAskedConsent } from './asked-consent'

/** Asks before the first picture, in plain words. Whoever refuses goes on with everything but pictures. */
export function PrivacyDrawer() {
  const { isAsked, answer } = useAskedConsent()
  if (!isAsked) return null
  return (
    <Drawer
      id="privacy"
      open
      title="用照片前，请您先看一下"
      onClose={() => answer(false)}
      foot={
        <>
          <Button id="privacy-refuse" onPress={() => answer(false)}>
            不同意
          </Button>
          {/* WeChat counts only a touch on a button of its own. */}
          <NativeButton
            id={privacyConsent.buttonId}
            className="button primary wide"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answer(true)}
          >
            同意，去拍照
          </NativeButton>
        </>
      }
    >
      <View>照片只作今年考核的佐证资料：本单位和县总的人看得到，别的单位看不到。不取位置，不看通讯录。</View>
      <View className="soft mt-2">不同意也能填报、报送：写明原件在哪里就行。以后点拍照还会再问。</View>
      <View id="privacy-more" className="link" onClick={privacyConsent.readMore}>
        看隐私保护指引
      </View>
    </Drawer>
  )
}
