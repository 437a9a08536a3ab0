import { Text, View } from '@tarojs/components'
import type { ReleasedScore } from '#shared/contract/assessment-contract'
import { Card } from '../../components/card/card'
import { ReleasedReasons } from '../../components/released-reasons/released-reasons'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { ScoreDoubt } from './score-doubt'
import type { OpenItem } from './use-item'

/** 得分 once the county lets units see it: the figure and why, never by whom; and 疑问 about it. */
export function ReleasedCard({ open, released }: { open: OpenItem; released: ReleasedScore }) {
  return (
    <Card id="item-released">
      <View className="item-score-head">
        <Text className="firm">得分</Text>
        <ScoreFigure
          score={released.score}
          notApplicable={released.notApplicableAgreed}
          maximum={open.item.points}
          size="large"
        />
      </View>
      <ReleasedReasons released={released} />
      <ScoreDoubt open={open} released={released} />
    </Card>
  )
}
