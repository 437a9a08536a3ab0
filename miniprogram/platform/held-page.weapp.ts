import Taro from '@tarojs/taro'
import type { HeldPage } from './capabilities'

const A_MOMENT = 500

export const heldPage: HeldPage = {
  begin() {},
  /**
   * Opened anew, by a message or by a card, WeChat brings a page of its own choice; alone on the stack, the held one has
   * none below it. It is tried until it is there: its subpackage may have to come first.
   */
  resume(address) {
    const open = Taro.getCurrentPages().at(-1)?.route
    if (open !== undefined && address.startsWith(`/${open}?`)) return
    void Taro.reLaunch({ url: address, fail: () => setTimeout(() => heldPage.resume(address), A_MOMENT) })
  },
}
