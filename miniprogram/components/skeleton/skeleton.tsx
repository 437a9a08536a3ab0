import { View } from '@tarojs/components'
import './skeleton.css'

/** The shape of what is coming, instead of a blank. `rows` is about how many cards the page will have. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <View id="skeleton">
      {Array.from({ length: rows }, (_, row) => `bone-${row}`).map(key => (
        <View key={key} className="card">
          <View className="bone short" />
          <View className="bone" />
          <View className="bone long" />
        </View>
      ))}
    </View>
  )
}
