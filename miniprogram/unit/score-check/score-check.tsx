import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback } from 'react'
import { maximumOf } from '#shared/rubric/rubric'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { CategoryHeader } from '../../components/category-header/category-header'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Icon } from '../../components/icon/icon'
import { ItemRow } from '../../components/item-row/item-row'
import { Notice } from '../../components/notice/notice'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { itemAddress } from '../own/addresses'
import { type ScoresPicture, scoresOf } from '../own/score-rows'
import { UnitPage } from '../own/unit-page'
import type { OpenSheet } from '../own/use-own-sheet'
import { numbersOf } from '../own/words'
import { useScoreCheck } from './use-score-check'
import './score-check.css'

type Checking = ReturnType<typeof useScoreCheck>

/** 得分核对: what each item got, in the order of the annex; at its end, whether the unit has any 疑问. */
export default function ScoreCheckPage() {
  const checking = useScoreCheck()
  const openItem = useCallback((itemId: string) => void Taro.navigateTo({ url: itemAddress(itemId) }), [])
  return (
    <UnitPage
      id="score-check"
      own={checking.own}
      flush
      bar={open => <CheckBar open={open} scores={scoresOf(open.rubric, open.sheet)} checking={checking} />}
    >
      {open => {
        const scores = scoresOf(open.rubric, open.sheet)
        if (!scores)
          return (
            <View className="score-check-head">
              <EmptyState id="no-scores" icon="clock" title="得分还没有出来">
                部室评完、县总开始得分核对后，每一项的得分和扣分说明会列在这里。
              </EmptyState>
            </View>
          )
        return (
          <>
            <View className="score-check-head">
              <Standing open={open} scores={scores} wrong={checking.wrong} />
            </View>
            {scores.categories.map(category => (
              <View key={category.id}>
                <CategoryHeader name={category.name} points={category.points} />
                {category.rows.map(row => (
                  <ItemRow key={row.itemId} {...row} onPress={openItem} />
                ))}
              </View>
            ))}
          </>
        )
      }}
    </UnitPage>
  )
}

interface StandingProps {
  open: OpenSheet
  scores: ScoresPicture
  wrong: string | null
}

/** The total, and what the unit has said of it so far. */
function Standing({ open, scores, wrong }: StandingProps) {
  const { waiting, answered } = scores
  const isConfirmed = open.sheet.stage === 'checked'
  return (
    <>
      {wrong ? (
        <Notice id="check-wrong" kind="asked" title="没有记上">
          {wrong}
        </Notice>
      ) : null}
      <Card id="scores">
        {isConfirmed ? (
          <View id="confirmed" className="row gap-2 done">
            <Icon name="checked" />
            <Text className="lead firm">没有疑问，已核对</Text>
          </View>
        ) : (
          <View className="note soft">点开一项看扣分说明；觉得不对的，点「这项请再看看」。</View>
        )}
        <View className="between base mt-1">
          <Text className="firm">得分合计</Text>
          <ScoreFigure id="score-total" score={scores.total} maximum={maximumOf(open.rubric)} size="large" />
        </View>
        {waiting.length > 0 ? (
          <View id="waiting" className="asked">
            第{numbersOf(waiting)}项的疑问，等部室答复
          </View>
        ) : null}
        {answered.length > 0 ? <View id="answered">第{numbersOf(answered)}项的疑问，部室答复了</View> : null}
      </Card>
    </>
  )
}

interface CheckBarProps {
  open: OpenSheet
  scores: ScoresPicture | null
  checking: Checking
}

/** 没有疑问, once nothing waits for an answer; afterwards the way back from it. Only who may see a button. */
function CheckBar({ open, scores, checking }: CheckBarProps) {
  const { abilities } = open.sheet
  if (!scores) return null
  if (abilities['score-check.take-back'])
    return (
      <BottomBar>
        <Button id="take-back" wide busy={checking.isBusy} onPress={checking.takeBack}>
          撤回「没有疑问」
        </Button>
      </BottomBar>
    )
  if (!abilities['score-check.confirm'])
    return open.sheet.cycle.phase === 'score-check' && open.sheet.stage !== 'checked' ? (
      <BottomBar above={<Text id="chair-says">看过了请告诉主席，由主席说有没有疑问</Text>}>{null}</BottomBar>
    ) : null
  const waits = scores.waiting.length > 0
  return (
    <BottomBar above={waits ? <Text id="wait-first">疑问答复了，才能说没有疑问</Text> : undefined}>
      <PrimaryButton id="confirm-scores" busy={checking.isBusy} disabled={waits} onPress={checking.confirm}>
        没有疑问
      </PrimaryButton>
    </BottomBar>
  )
}
