import { Text, View } from '@tarojs/components'
import type { SelfScoreView } from '#shared/contract/assessment-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import type { Item } from '#shared/rubric/rubric'
import { serverNow } from '../../backend/ask'
import { ScoreFigure } from '../score-figure/score-figure'

interface SelfAnswerProps {
  item: Pick<Item, 'points'>
  self: SelfScoreView | null
  size: 'large' | 'inline'
}

/** What the unit says of an item: its score, when, its remark, or why 不涉及. */
export function SelfAnswer({ item, self, size }: SelfAnswerProps) {
  const notApplicable = self?.notApplicable ?? null
  return (
    <View>
      <View className="between base">
        <View>
          <Text className={size === 'inline' ? 'firm' : ''}>自评</Text>
          {self ? (
            <Text className="note soft">
              　{printMoment(self.signature.at, serverNow())} {self.signature.fromPaper ? '代录' : '填'}
            </Text>
          ) : null}
        </View>
        <ScoreFigure
          id="self-score"
          size={size}
          score={self?.score ?? null}
          notApplicable={notApplicable !== null}
          maximum={item.points}
        />
      </View>
      {notApplicable !== null ? <View>不涉及：{notApplicable}</View> : null}
      {self && self.remark !== '' ? <View>备注：{self.remark}</View> : null}
    </View>
  )
}
