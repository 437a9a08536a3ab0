import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon, type IconName } from '../icon/icon'
import './status-line.css'

/** 已存手机 · 正在上传 · 县总已收到 · 没信号 · 要您看一下 */
export type StatusKind = 'on-phone' | 'uploading' | 'received' | 'no-signal' | 'look' | 'held' | 'full'

const icons: Record<StatusKind, IconName> = {
  'on-phone': 'phone',
  uploading: 'uploading',
  received: 'received',
  'no-signal': 'no-signal',
  look: 'look',
  held: 'look',
  full: 'look',
}

interface StatusLineProps {
  kind: StatusKind
  /** The whole line, e.g. 「已存手机，正在上传 2页」. */
  text: string
  onPress?: () => void
}

/** The one line of a screen that says where the person's work is. Its height never changes, so nothing below jumps. */
export const StatusLine = memo(function StatusLine({ kind, text, onPress }: StatusLineProps) {
  return (
    <View id="status-line" className={`status-line ${kind}`} onClick={onPress}>
      {text ? <Icon name={icons[kind]} size="small" /> : null}
      <Text>{text}</Text>
    </View>
  )
})
