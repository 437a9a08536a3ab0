import Taro from '@tarojs/taro'
import type { HeldPage } from './capabilities'

const isOpen = (address: string) => location.hash === `#${address}`
const keepAddress = (address: string) => history.replaceState(history.state, '', `#${address}`)

export const heldPage: HeldPage = {
  /** Heard before the router, which therefore never learns that another address was tried: nothing of it is drawn. */
  begin(held) {
    const open = held()
    if (open !== null) keepAddress(open)
    const hold = (event: PopStateEvent) => {
      const address = held()
      if (address === null || isOpen(address)) return
      event.stopImmediatePropagation()
      keepAddress(address)
    }
    window.addEventListener('popstate', hold, { capture: true })
  },
  /** Another window of this browser may have been turned round meanwhile. */
  resume(address) {
    if (!isOpen(address)) void Taro.reLaunch({ url: address })
  },
}
