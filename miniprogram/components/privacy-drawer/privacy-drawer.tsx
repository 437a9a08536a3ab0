import { Button as NativeButton, View } from '@tarojs/components'
import { privacyConsent } from '../../platform/privacy-consent'
import { Button } from '../button/button'
import { Drawer } from '../drawer/drawer'
import { useAskedConsent } from './asked-consent'

const words = {
  pictures: {
    title: '用照片前，请您先看一下',
    agree: '同意，去拍照',
    what: '照片只作今年考核的佐证资料：本单位和县总的人看得到，别的单位看不到。不取位置，不看通讯录。',
    otherwise: '不同意也能填报、报送：写明原件在哪里就行。以后点拍照还会再问。',
  },
  clipboard: {
    title: '复制前，请您先看一下',
    agree: '同意，复制',
    what: '只把邀请码放到手机的剪贴板上，您好发给填报人。不看剪贴板里别的东西，不看通讯录。',
    otherwise: '不同意也能请人填报：把邀请码念给他听就行。以后点复制还会再问。',
  },
}

/** Asks before WeChat first gives pictures, or the clipboard, in plain words. Whoever refuses goes on without. */
export function PrivacyDrawer({ of = 'pictures' }: { of?: keyof typeof words }) {
  const { isAsked, answer } = useAskedConsent()
  if (!isAsked) return null
  const { title, agree, what, otherwise } = words[of]
  return (
    <Drawer
      id="privacy"
      open
      title={title}
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
            {agree}
          </NativeButton>
        </>
      }
    >
      <View>{what}</View>
      <View className="soft mt-2">{otherwise}</View>
      <View id="privacy-more" className="link" onClick={privacyConsent.readMore}>
        看隐私保护指引
      </View>
    </Drawer>
  )
}
