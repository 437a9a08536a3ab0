import Taro from '@tarojs/taro'
import type { UpdateProgram } from './capabilities'

/** Asked, not forced: a page that reloads by itself would do so for ever while the old files are still served. */
export const updateProgram: UpdateProgram = async () => {
  const content = '网页有新版本，刷新后再用。填的内容都在这台电脑里。'
  const { confirm } = await Taro.showModal({ title: '请更新', content, confirmText: '刷新', cancelText: '等一下' })
  if (confirm) window.location.reload()
}
