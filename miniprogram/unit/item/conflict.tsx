import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { printMoment } from '#shared/cycle/beijing-time'
import { printPoints } from '#shared/scoring/points'
import { serverNow } from '../../backend/ask'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { ChoiceCard } from '../../components/choice-card/choice-card'
import { ItemText, ItemTextLine } from '../../components/item-text/item-text'
import { Notice } from '../../components/notice/notice'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { machineName } from '../../platform/machine-name'
import { pagesOf } from '../own/sheet-rows'
import { placeWords, scoredByWords } from '../own/words'
import { type ConflictChoice, valueWords } from './use-conflict'
import type { OpenItem } from './use-item'

/** Two values for one item, both in full, neither lost. */
export function Conflict({ open, conflict: choice }: { open: OpenItem; conflict: ConflictChoice }) {
  const [isFull, setFull] = useState(false)
  const { item, rubric, sheet } = open
  const { conflict, chosen, setChosen } = choice
  if (!conflict) return null
  const { mine, theirs } = conflict
  const their = theirs?.signature.name ?? '他人'
  const category = placeWords(rubric, item)
  const pages = Object.values(sheet.materials)
    .filter(material => material.items.includes(item.id))
    .reduce((sum, material) => sum + pagesOf(material), 0)
  return (
    <View id="conflict">
      {isFull ? (
        <ItemText item={item} category={category} department={scoredByWords(rubric, item)} />
      ) : (
        <ItemTextLine item={item} category={category} onFull={() => setFull(true)} />
      )}
      <View className="conflict-head">
        <View className="lead firm">
          这项有两个填法：{their}
          {shortly(theirs)}，您{shortly(mine)}。用哪个？
        </View>
        <View>您没信号时，{their}也改了这一项。两个都没丢，请您选一个。</View>
      </View>
      <ChoiceCard
        id="conflict-mine"
        chosen={chosen === 'mine'}
        title="您填的"
        figure={<Figure value={mine} maximum={item.points} />}
        note={`${printMoment(mine.at, serverNow())}，存在${machineName() === '手机' ? '这部手机' : '本机'}`}
        onPress={() => setChosen('mine')}
      >
        {wordsOf(mine)}
      </ChoiceCard>
      <ChoiceCard
        id="conflict-theirs"
        chosen={chosen === 'theirs'}
        title={`${their}填的`}
        figure={<Figure value={theirs} maximum={item.points} />}
        note={theirs ? `${printMoment(theirs.signature.at, serverNow())}，县总已收到` : undefined}
        onPress={() => setChosen('theirs')}
      >
        {wordsOf(theirs)}
      </ChoiceCard>
      <View className="note soft conflict-foot">
        选定以后，没选的那个不用了，离开这一项前可以撤销{pages > 0 ? `；${pages}页资料都在` : ''}。
      </View>
    </View>
  )
}

type Value = { score: number | null; notApplicable: string | null; remark: string } | null

function Figure({ value, maximum }: { value: Value; maximum: number }) {
  const notApplicable = (value?.notApplicable ?? null) !== null
  return <ScoreFigure score={value?.score ?? null} notApplicable={notApplicable} maximum={maximum} size="large" />
}

/** 4.5, as it is said in a sentence. */
function shortly(value: Value): string {
  if (!value) return '没填'
  if (value.notApplicable !== null) return '不涉及'
  return value.score === null ? '没填' : printPoints(value.score)
}

function wordsOf(value: Value): string {
  return [value?.notApplicable, value?.remark].filter(Boolean).join('。') || '没写备注'
}

/** After the other value was taken: the own one is still at hand. */
export function GivenUp({ conflict: { given, takeBack } }: { conflict: ConflictChoice }) {
  if (!given) return null
  return (
    <View className="item-notices">
      <Notice id="given-up" kind="calm">
        <View className="between gap-3">
          <View className="grow">您原来填的{valueWords(given)}，还在这里。</View>
          <Button id="take-back" short onPress={takeBack}>
            撤销，用我的
          </Button>
        </View>
      </Notice>
    </View>
  )
}

/** 先放着 leaves both where they are. */
export function ConflictBar({ conflict }: { conflict: ConflictChoice }) {
  return (
    <BottomBar>
      <Button id="conflict-later" onPress={() => Taro.navigateBack()}>
        先放着
      </Button>
      <PrimaryButton id="conflict-settle" onPress={conflict.settle}>
        {conflict.settleWords}
      </PrimaryButton>
    </BottomBar>
  )
}
