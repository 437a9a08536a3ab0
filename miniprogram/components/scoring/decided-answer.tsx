import { View } from '@tarojs/components'
import type { ReviewScore } from '#shared/assessment/assessment'
import { seenNames } from '#shared/scoring/seen'
import { reasonsInWords } from './review-draft'

/** All that is written about a score. */
export function wordsOfScore({ reasons, departure = '', comment }: ReviewScore): string {
  return [...reasons.map(({ phrase }) => phrase), departure, comment].join('')
}

/** A score that is only to be read: its reasons, why it is not the county's figure, and what it rests on. */
export function ScoreInWords({ score }: { score: ReviewScore }) {
  return (
    <View>
      {score.reasons.length > 0 ? <View>扣分说明：{reasonsInWords(score.reasons)}</View> : null}
      {score.departure ? <View>和县总记录推算不同：{score.departure}</View> : null}
      {score.seen.length > 0 ? (
        <View className="note soft">{score.seen.map(seen => seenNames[seen]).join('，')}</View>
      ) : null}
    </View>
  )
}
