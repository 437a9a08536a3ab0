import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { LastYearItem } from '#shared/contract/assessment-contract'
import { printDay } from '#shared/cycle/beijing-time'
import { selfStep } from '#shared/cycle/cycle'
import { Card } from '../../components/card/card'
import { HeldLine } from '../../components/held-line/held-line'
import { LastYearLine } from '../../components/last-year/last-year-line'
import { offeredFigure } from '../../components/record-trail/evaluation-of'
import { RemarkField } from '../../components/remark-field/remark-field'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { SelfScoreInput } from '../../components/score-input/self-score-input'
import { ItemPages } from './item-pages'
import { NotApplicable } from './not-applicable'
import type { Filling } from './use-filling'
import type { OpenItem } from './use-item'

interface FillingCardProps {
  open: OpenItem
  filling: Filling
  lastYear: LastYearItem | null
}

/** 自评 of one item: the figure, what it was a year ago, how to give it, the remark, the pages. */
export function FillingCard({ open, filling, lastYear }: FillingCardProps) {
  const [isAsking, setAsking] = useState(false)
  const { item, canFill } = open
  const { score, notApplicable, remark, fieldKey } = filling
  return (
    <Card id="filling">
      <View className="item-score-head">
        <View className="row base wrap gap-3 grow">
          <Text className="firm">自评</Text>
          <Text className="note soft">{signedWords(open)}</Text>
        </View>
        <ScoreFigure
          id="item-score"
          score={score}
          notApplicable={notApplicable !== null}
          maximum={item.points}
          size="large"
        />
      </View>
      <LastYearLine item={item} lastYear={lastYear} />
      {canFill ? (
        <View className="mt-1">
          <SelfScoreInput
            key={fieldKey}
            item={item}
            score={score}
            notApplicable={notApplicable !== null}
            figure={offeredFigure(item, open.sheet.records, selfStep)}
            onChoose={filling.chooseScore}
            onType={filling.typeScore}
            onNotApplicable={() => setAsking(true)}
            onLeave={filling.keepNow}
          />
        </View>
      ) : null}
      {notApplicable !== null ? (
        <View id="not-applicable-reason" className="mt-2">
          不涉及的原因：{notApplicable}
        </View>
      ) : null}
      {canFill ? (
        <View className="mt-3">
          <RemarkField
            key={fieldKey}
            initial={remark}
            problem={filling.problem}
            onInput={filling.typeRemark}
            onLeave={filling.keepNow}
          />
        </View>
      ) : remark ? (
        <View className="mt-2">备注：{remark}</View>
      ) : null}
      <HeldLine held={open.shown.self?.held} words={remark} />
      <ItemPages open={open} />
      <NotApplicable
        open={isAsking}
        item={item}
        chosen={notApplicable}
        onClose={() => setAsking(false)}
        onChoose={reason => {
          setAsking(false)
          filling.chooseNotApplicable(reason)
        }}
      />
    </Card>
  )
}

/** 李晓燕 12月8日填; 代录 where the office typed it from paper. */
function signedWords({ shown }: OpenItem): string {
  const { self } = shown
  if (!self) return ''
  const { name, at, fromPaper } = self.signature
  return `${name} ${printDay(at)}${fromPaper ? '代录' : '填'}`
}
