import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { type Hundredths, printPoints } from '#shared/scoring/points'
import './category-header.css'

interface CategoryHeaderProps {
  name: string
  points: Hundredths
  /** What the figure is: 自评, 部室评分 or 得分. Left out: no sub-total. */
  label?: string
  total?: Hundredths
}

/** 项目 with its points and its sub-total. Sticks to the top while its items pass under it. */
export const CategoryHeader = memo(function CategoryHeader({ name, points, label, total }: CategoryHeaderProps) {
  return (
    <View className="category-header">
      <View>
        {name}　{printPoints(points)}分
      </View>
      {label !== undefined && total !== undefined ? (
        <View className="category-total">
          {label} <Text className="category-figure">{printPoints(total)}</Text> / {printPoints(points)}
        </View>
      ) : null}
    </View>
  )
})
