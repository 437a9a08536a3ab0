import { Popup } from '@nutui/nutui-react-taro/dist/es/packages/popup/popup'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './drawer.css'

interface DrawerProps {
  id?: string
  open: boolean
  title: string
  children: ReactNode
  /** Buttons at its foot, outside what scrolls. */
  foot?: ReactNode
  onClose: () => void
}

/** Comes up from the foot of the screen with one question. A touch beside it closes it and changes nothing. */
export function Drawer({ id, open, title, children, foot, onClose }: DrawerProps) {
  return (
    <Popup visible={open} position="bottom" destroyOnClose onClose={onClose} onOverlayClick={onClose}>
      <View id={id} className="drawer">
        <View className="drawer-title">{title}</View>
        <View {...scrolledByKeys} className="drawer-body">
          {children}
        </View>
        {foot ? <View className="drawer-foot">{foot}</View> : null}
      </View>
    </Popup>
  )
}
