import { View } from '@tarojs/components'
import type { ByItem } from '#shared/contract/review-contract'
import { printPoints } from '#shared/scoring/points'
import { Notice } from '../../components/notice/notice'
import './unequal-reasons.css'

/** 同样问题扣分不一: pointed out, never forbidden, because two cases may differ after all. */
export function UnequalReasons({ unequal }: Pick<ByItem, 'unequal'>) {
  if (unequal.length === 0) return null
  return (
    <View className="mt-1">
      <Notice id="unequal" kind="asked" title="同样问题扣分不一">
        {unequal.map(({ phrase, uses }) => (
          <View key={phrase} className="unequal-words">
            {phrase}：{uses.map(({ unitName, points }) => `${unitName} ${printPoints(-points)}`).join('，')}
          </View>
        ))}
      </Notice>
    </View>
  )
}
