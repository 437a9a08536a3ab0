import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './side-pane.css'

/** What belongs to the row or cell that is chosen on the left of it, on a PC. */
export function SidePane({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <View id={id} className="side-pane">
      {children}
    </View>
  )
}
