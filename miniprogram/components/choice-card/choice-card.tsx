import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { TickBox } from '../tick-box/tick-box'
import './choice-card.css'

interface ChoiceCardProps {
  id: string
  chosen: boolean
  /** Whose value it is: 您填的, 李晓燕填的. */
  title: string
  /** The figure, large. */
  figure?: ReactNode
  children?: ReactNode
  /** When, and where it is kept. */
  note?: string
  onPress: () => void
}

/** One of a few whole answers, shown in full before it is chosen. */
export function ChoiceCard({ id, chosen, title, figure, children, note, onPress }: ChoiceCardProps) {
  return (
    <View id={id} className={chosen ? 'card choice-card chosen' : 'card choice-card'} onClick={onPress}>
      <View className="between">
        <View className="row gap-3">
          <TickBox on={chosen} round />
          <Text className="firm">{title}</Text>
        </View>
        {figure}
      </View>
      {children ? <View className="mt-1">{children}</View> : null}
      {note ? <View className="note soft mt-1">{note}</View> : null}
    </View>
  )
}
