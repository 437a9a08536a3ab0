import { Text, View } from '@tarojs/components'
import type { ReleasedScore } from '#shared/contract/assessment-contract'
import { printPoints } from '#shared/scoring/points'

/** Why a unit got what it got: each 扣分说明 with its points, and why the county's figure was departed from. */
export function ReleasedReasons({ released }: { released: ReleasedScore }) {
  return (
    <>
      {released.reasons.map(reason => (
        <View key={reason.phrase} className="between gap-3">
          <Text className="grow">{reason.phrase}</Text>
          <Text>{printPoints(-reason.points)}</Text>
        </View>
      ))}
      {released.departure ? <View className="mt-1">和县总记录推算不同：{released.departure}</View> : null}
    </>
  )
}
