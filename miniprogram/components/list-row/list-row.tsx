import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import './list-row.css'

interface ListRowProps {
  id?: string
  /** Left of the words: an icon, a box to tick. */
  before?: ReactNode
  children: ReactNode
  /** A second line in small type. */
  below?: ReactNode
  /** Right of the words: a count, a date, a mark. */
  after?: ReactNode
  firm?: boolean
  /** A row that leads somewhere shows an arrow; one that is ticked has a box in `before` instead. */
  arrow?: boolean
  onPress?: () => void
}

/** One line of a card, at least a finger high. */
export function ListRow({ id, before, children, below, after, firm, arrow, onPress }: ListRowProps) {
  return (
    <View id={id} className="list-row" hoverClass={onPress ? 'pressed' : 'none'} onClick={onPress}>
      {before}
      <View className={firm ? 'grow firm' : 'grow'}>
        {children}
        {below ? <View className="note soft">{below}</View> : null}
      </View>
      {after}
      {arrow ? <Icon name="next" size="small" /> : null}
    </View>
  )
}
