import { Text, View } from '@tarojs/components'
import { unitStateNames } from '#shared/assessment/unit-state'
import { printMoment } from '#shared/cycle/beijing-time'
import { serverNow } from '../../backend/ask'
import { Card } from '../../components/card/card'
import { ConsentCard } from '../../components/consent-card/consent-card'
import { Icon } from '../../components/icon/icon'
import { Mark } from '../../components/mark/mark'
import { Notice } from '../../components/notice/notice'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { comingWords } from '../own/coming-pictures'
import type { OpenSheet } from '../own/use-own-sheet'

/** After 报送: done, when and by whom, and what may still come. */
export function Handed({ open }: { open: OpenSheet }) {
  const { sheet, picture } = open
  const { submission } = sheet
  if (!submission) return null
  const { name, at, fromPaper } = submission.signature
  const coming = comingWords(sheet)
  return (
    <>
      <Card id="handed">
        <View className="row wrap gap-2 done">
          <Icon name="received" />
          <Text className="lead firm">{unitStateNames[sheet.state]}</Text>
          {submission.late ? <Mark kind="late">逾期报送</Mark> : null}
        </View>
        <View className="note soft">
          {printMoment(at, serverNow())} {name}
          {fromPaper ? '代录' : '报送'}
        </View>
        <View className="between base mt-2">
          <View>自评合计</View>
          <ScoreFigure id="submit-self-total" score={picture.total} maximum={picture.maximum} size="large" />
        </View>
      </Card>
      {coming ? (
        <Notice id="coming" kind="calm">
          县总已收到，{printMoment(at, serverNow())}。{coming}
        </Notice>
      ) : null}
      <ConsentCard when="部室请您补充、得分可以看时" templates={['supplement', 'progress']} />
      <Notice kind="calm">
        县总已收到全部{picture.missing.filled.length}项。部室请您补充时，首页会写明是哪一项、补什么。
      </Notice>
    </>
  )
}
