import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon'
import './notice.css'

interface NoticeProps {
  id?: string
  /** `asked`: a person has to do something. `calm`: something to know. */
  kind: 'asked' | 'calm'
  icon?: IconName
  title?: string
  children?: ReactNode
}

/** Says first what is safe, then what to do. */
export function Notice({ id, kind, icon = 'look', title, children }: NoticeProps) {
  return (
    <View id={id} className={kind === 'calm' ? 'notice calm' : 'notice'}>
      {title ? (
        <View className="notice-title">
          {kind === 'asked' ? <Icon name={icon} /> : null}
          <View className="grow">{title}</View>
        </View>
      ) : null}
      {children}
    </View>
  )
}
