import Taro from '@tarojs/taro'
import type { UpdateProgram } from './capabilities'

/** Deleting the mini-program would delete what is kept on the phone, so the advice is to restart WeChat instead. */
const advice = {
  title: '请更新小程序',
  content: '请把微信完全退出再打开，小程序会自己更新。填的内容都在手机里。',
  showCancel: false,
}

export const updateProgram: UpdateProgram = () => {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => manager.applyUpdate())
  manager.onCheckForUpdate(({ hasUpdate }) => {
    if (!hasUpdate) Taro.showModal(advice)
  })
}
