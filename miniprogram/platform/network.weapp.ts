import Taro from '@tarojs/taro'
import type { Network } from './capabilities'

let isOnline = true
let isWatching = false
const listeners = new Set<() => void>()
const tellAll = () => {
  for (const listener of listeners) listener()
}

function watch(): void {
  if (isWatching) return
  isWatching = true
  Taro.getNetworkType({ success: ({ networkType }) => changed(networkType !== 'none'), fail: () => {} })
  Taro.onNetworkStatusChange(({ isConnected }) => changed(isConnected))
  Taro.onAppShow(tellAll)
}

function changed(online: boolean): void {
  if (online === isOnline) return
  isOnline = online
  tellAll()
}

export const network: Network = {
  online() {
    watch()
    return isOnline
  },
  subscribe(listener) {
    watch()
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
