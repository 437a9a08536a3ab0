import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './bottom-bar.css'

interface BottomBarProps {
  /** Buttons; the red one last, under the right thumb. */
  children: ReactNode
  /** One line over the buttons: its first child stands left, its last right. */
  above?: ReactNode
}

/** What a thumb reaches. It stays in the flow and sticks to the foot, so it never hides the last row. */
export function BottomBar({ children, above }: BottomBarProps) {
  return (
    <View className="bottom-bar">
      {above ? <View className="bottom-bar-above">{above}</View> : null}
      <View className="bottom-bar-buttons">{children}</View>
    </View>
  )
}
