import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { ask } from '../../backend/ask'
import { refreshIdentity, useIdentity } from '../../backend/identity'
import './rehearsal-strip.css'

/** On every screen of a 演练, and on no other: what is done here does not count. */
export function RehearsalStrip() {
  const { whoAmI } = useIdentity()
  if (!whoAmI?.cycle?.rehearsal) return null
  return (
    <View id="rehearsal-strip" className="rehearsal-strip">
      <View>
        <Text className="firm asked">演练</Text>
        <Text className="note">　填的、拍的都不算数</Text>
      </View>
      <View id="rehearsal-leave" className="link" onClick={leave}>
        退出演练
      </View>
    </View>
  )
}

async function leave(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '退出演练？',
    content: '练过的还留着，下次用演练码进来接着练。',
    cancelText: '接着练',
    confirmText: '退出',
  })
  if (!confirm) return
  const left = await ask('rehearsal.leave', {})
  if (!left.ok) {
    await Taro.showModal({ title: '没有退出', content: left.problem.message, showCancel: false, confirmText: '知道了' })
    return
  }
  // Home first: the pages of the practice unit have nothing to show any more.
  await Taro.reLaunch({ url: '/pages/home/home' })
  await refreshIdentity()
}
