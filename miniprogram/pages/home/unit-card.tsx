import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ask } from '../../backend/ask'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Mark } from '../../components/mark/mark'
import { ProgressStrip } from '../../components/progress-strip/progress-strip'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { comingWords } from '../../unit/own/coming-pictures'
import { scoresOf } from '../../unit/own/score-rows'
import type { OpenSheet, OwnSheet } from '../../unit/own/use-own-sheet'
import { numbersOf } from '../../unit/own/words'
import { deadlineWords, dueWords, leadWords, signedWords } from './unit-words'

/** How far the unit is: one sentence, one strip, the numbers of what is missing, the days that are left. */
export function UnitCard({ open, own }: { open: OpenSheet; own: OwnSheet }) {
  const { sheet, picture } = open
  const lead = leadWords(open)
  const signed = signedWords(open)
  const coming = sheet.submission ? comingWords(sheet) : ''
  const { unfilled } = picture.missing
  const scores = sheet.submission ? scoresOf(open.rubric, sheet) : null
  return (
    <Card id="unit-card">
      <View className="lead">{lead.first}</View>
      <View className="row wrap gap-2">
        <View id="unit-state" className="lead firm">
          {lead.firm}
        </View>
        {sheet.submission?.late ? <Mark kind="late">逾期报送</Mark> : null}
      </View>
      {signed ? <View className="note soft">{signed}</View> : null}
      {coming ? (
        <View id="coming" className="note soft">
          {coming}
        </View>
      ) : null}
      <View className="mt-4">
        <ProgressStrip categories={picture.progress} />
      </View>
      {unfilled.length > 0 ? <View className="mt-2">没填：{numbersOf(unfilled)}项</View> : null}
      <View className="rule" />
      {sheet.submission ? null : <Deadline open={open} />}
      <View className="between">
        <Text>自评合计</Text>
        <ScoreFigure id="self-total" score={picture.total} maximum={picture.maximum} />
      </View>
      {scores ? (
        <View className="between mt-1">
          <Text>得分合计</Text>
          <ScoreFigure id="home-score-total" score={scores.total} maximum={picture.maximum} />
        </View>
      ) : null}
      {sheet.abilities['assessment.withdraw'] ? <Withdraw open={open} own={own} /> : null}
    </Card>
  )
}

function Deadline({ open }: { open: OpenSheet }) {
  const { text, days, isLate } = deadlineWords(open)
  return (
    <View className="between wrap gap-2 home-deadline">
      {days === null ? (
        <Text className={isLate ? 'late' : ''}>{text}</Text>
      ) : (
        <View className="nowrap">
          离报送截止还有 <Text className="firm">{days}</Text> 天
        </View>
      )}
      <Text id="due" className="soft nowrap">
        {dueWords(open.sheet)}
      </Text>
    </View>
  )
}

/** 撤回, as long as no department has opened the sheet. */
function Withdraw({ open, own }: { open: OpenSheet; own: OwnSheet }) {
  const [isBusy, setBusy] = useState(false)
  const withdraw = async () => {
    const answer = await Taro.showModal({
      title: '撤回报送？',
      content: '撤回后可以再改，改好要重新报送。',
      confirmText: '撤回',
      cancelText: '不撤回',
    })
    if (!answer.confirm) return
    setBusy(true)
    const { cycleId } = open.sheet.cycle
    const asked = await ask('assessment.withdraw', { cycleId, unitId: open.sheet.unit.unitId })
    setBusy(false)
    if (asked.ok) return open.replace(asked.output)
    Taro.showModal({ title: '没有撤回', content: asked.problem.message, showCancel: false, confirmText: '知道了' })
    await own.reload()
  }
  return (
    <View className="between mt-3 gap-3">
      <View className="note soft grow">部室打开前可以撤回</View>
      <Button id="withdraw" short busy={isBusy} onPress={withdraw}>
        撤回
      </Button>
    </View>
  )
}
