import { View } from '@tarojs/components'
import { memo } from 'react'
import './progress-strip.css'

/** `asked`: a department waits for something to be supplied for it. */
export type ItemProgress = 'filled' | 'empty' | 'asked'

/** One box an item, a gap per category: where the holes are, at one look. */
export const ProgressStrip = memo(function ProgressStrip({ categories }: { categories: ItemProgress[][] }) {
  return (
    <View className="strip">
      {categories.map((items, category) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places of a printed annex, they never move
        <View key={category} className="strip-category">
          {items.map((progress, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <View key={place} className={`strip-item ${progress}`} />
          ))}
        </View>
      ))}
    </View>
  )
})
