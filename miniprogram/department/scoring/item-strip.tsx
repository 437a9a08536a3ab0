import { ScrollView, View } from '@tarojs/components'
import { memo } from 'react'
import type { ReviewItem } from '#shared/contract/review-contract'
import { Icon, type IconName } from '../../components/icon/icon'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import type { ReviewedItem } from './undecided'
import './item-strip.css'

interface ItemStripProps {
  items: readonly ReviewedItem[]
  chosen: string
  onChoose: (itemId: string) => void
}

/** The items of my department in one line, each with how far it is. Ids `goto-<number>`. */
export const ItemStrip = memo(function ItemStrip({ items, chosen, onChoose }: ItemStripProps) {
  if (items.length < 2) return null
  const number = items.find(({ item }) => item.id === chosen)?.item.number
  return (
    <ScrollView
      {...scrolledByKeys}
      className="item-strip"
      scrollX
      enhanced
      showScrollbar={false}
      scrollIntoView={`goto-${number}`}
    >
      <View className="item-strip-line">
        {items.map(({ item, review }) => {
          const icon = iconOf(review)
          return (
            <View
              key={item.id}
              id={`goto-${item.number}`}
              className={item.id === chosen ? 'item-tab here' : 'item-tab'}
              onClick={() => onChoose(item.id)}
            >
              <View>第{item.number}项</View>
              {icon ? <Icon name={icon} size="tiny" /> : null}
            </View>
          )
        })}
      </View>
    </ScrollView>
  )
})

function iconOf({ decision, supplement, mine }: ReviewItem): IconName | null {
  if (!mine) return 'lock'
  if (supplement && supplement.answeredAt === undefined) return 'return'
  return decision ? 'check' : null
}
