import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon'
import './empty-state.css'

interface EmptyStateProps {
  id?: string
  icon?: IconName
  title: string
  /** What to do, in one sentence. */
  children?: ReactNode
  /** A button that does it. */
  action?: ReactNode
}

/** Where there is nothing yet: says what to do. */
export function EmptyState({ id, icon, title, children, action }: EmptyStateProps) {
  return (
    <View id={id} className="card empty-state">
      {icon ? <Icon name={icon} /> : null}
      <View className="firm">{title}</View>
      {children ? <View className="soft">{children}</View> : null}
      {action ? <View className="mt-2">{action}</View> : null}
    </View>
  )
}
