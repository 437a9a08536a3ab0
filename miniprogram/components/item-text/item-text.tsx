import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { Item } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import { Icon } from '../icon/icon'
import './item-text.css'

interface ItemTextProps {
  item: Pick<Item, 'text' | 'points' | 'basis' | 'preparation'>
  /** 组织建设　18分 */
  category: string
  /** 组织部评分; with 「待县总确认」 where the department is only a default. */
  department: string
}

/** One row of the annex to be read: its text with the points as the source prints them, its basis, 怎么准备. */
export const ItemText = memo(function ItemText({ item, category, department }: ItemTextProps) {
  return (
    <View className="card">
      <View className="between wrap note soft">
        <Text>{category}</Text>
        <Text>{department}</Text>
      </View>
      <View className="mt-1">
        {item.text}
        <Text className="firm nowrap">（{printPoints(item.points)}分）</Text>
      </View>
      <View className="item-lines">
        <View className="item-line">
          <View className="item-label">评分依据</View>
          <View className="grow">{item.basis}</View>
        </View>
        <View className="item-line">
          <View className="item-label">怎么准备</View>
          <View className="grow">{item.preparation}</View>
        </View>
      </View>
    </View>
  )
})

interface ItemTextLineProps {
  item: Pick<Item, 'text'>
  category: string
  onFull: () => void
}

/** The same row in two lines, where a decision stands below it; 全文 opens all of it. */
export function ItemTextLine({ item, category, onFull }: ItemTextLineProps) {
  return (
    <View id="item-full" className="card item-short" hoverClass="pressed" onClick={onFull}>
      <View className="between note soft">
        <Text>{category}</Text>
        <View className="row">
          <Text>全文</Text>
          <Icon name="next" size="small" />
        </View>
      </View>
      <View className="item-two-lines summary mt-1">{item.text}</View>
    </View>
  )
}
