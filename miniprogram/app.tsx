import { useDidShow } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { turnedRoundTo } from './backend/turned-round'
import { heldPage } from './platform/held-page'
import './app.css'

// Here, because the router of a browser reads the address right afterwards.
heldPage.begin(turnedRoundTo)

/** The root of the program: the styles that every page shares, and the one page while 给对方看 is on. */
export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    const address = turnedRoundTo()
    if (address !== null) heldPage.resume(address)
  })
  return children
}
