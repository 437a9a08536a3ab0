import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card.css'

interface CardProps {
  id?: string
  children: ReactNode
  /** Rows bring their own height: no padding above and below. */
  rows?: boolean
}

/** A sheet of paper on the page. */
export function Card({ id, children, rows }: CardProps) {
  return (
    <View id={id} className={rows ? 'card rows' : 'card'}>
      {children}
    </View>
  )
}
