import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { outcomeOf } from '#shared/assessment/score-doubt'
import type { ReleasedScore } from '#shared/contract/assessment-contract'
import type { ScoreDoubtView } from '#shared/contract/score-check-contract'
import { printDay } from '#shared/cycle/beijing-time'
import { Button, PrimaryButton } from '../../components/button/button'
import { Drawer } from '../../components/drawer/drawer'
import { HeldLine } from '../../components/held-line/held-line'
import { Icon } from '../../components/icon/icon'
import { RemarkField } from '../../components/remark-field/remark-field'
import { departmentWords } from '../own/words'
import type { OpenItem } from './use-item'
import { type ScoreDoubting, useScoreDoubt } from './use-score-doubt'

/** Under the score: 这项请再看看, what the unit has asked, and what the department has answered. */
export function ScoreDoubt({ open, released }: { open: OpenItem; released: ReleasedScore }) {
  const doubting = useScoreDoubt(open)
  const { shown, sheet } = open
  const doubt = shown.doubt && shown.doubt.state !== 'withdrawn' ? shown.doubt : null
  const waits = doubt?.state === 'open'
  const mayAsk = sheet.abilities['score-check.doubt'] === true && !waits
  return (
    <>
      {doubt ? <Said doubt={doubt} released={released} department={departmentWords(open.rubric, open.item)} /> : null}
      {doubting.problem && !doubting.isOpen ? (
        <View id="doubt-problem" className="note asked">
          {doubting.problem}
        </View>
      ) : null}
      {waits && sheet.abilities['score-check.withdraw-doubt'] ? (
        <View className="row mt-2">
          <Button id="withdraw-doubt" short busy={doubting.isBusy} onPress={doubting.withdraw}>
            撤回疑问
          </Button>
        </View>
      ) : null}
      {mayAsk ? (
        <View className="row mt-3">
          <Button id="ask-again" short onPress={doubting.open}>
            这项请再看看
          </Button>
        </View>
      ) : null}
      {doubting.isOpen ? <AskDrawer doubting={doubting} number={open.item.number} /> : null}
    </>
  )
}

interface SaidProps {
  doubt: ScoreDoubtView
  released: ReleasedScore
  department: string
}

function Said({ doubt, released, department }: SaidProps) {
  const { answer } = doubt
  return (
    <View id="score-doubt" className="doubt mt-2">
      <View className="note soft">本单位 {printDay(doubt.at)}请再看看</View>
      <View>{doubt.text}</View>
      <HeldLine id="doubt-held" held={doubt.held} words={doubt.text} />
      {answer ? (
        <View id="doubt-answer" className="mt-1">
          <View className="note soft">
            {department} {printDay(answer.at)}答复
          </View>
          <View>
            <Text className="firm">{outcomeOf(answer, released)}</Text>
            {answer.text ? <Text>　{answer.text}</Text> : null}
          </View>
        </View>
      ) : (
        <View className="row gap-1 note soft">
          <Icon name="clock" size="small" />
          <Text>等{department}答复</Text>
        </View>
      )}
    </View>
  )
}

function AskDrawer({ doubting, number }: { doubting: ScoreDoubting; number: number }) {
  const [begun] = useState(doubting.begun)
  const text = useRef(begun)
  return (
    <Drawer
      id="ask-again-drawer"
      open
      title={`第${number}项请再看看`}
      onClose={doubting.close}
      foot={
        <>
          <Button id="ask-again-close" onPress={doubting.close}>
            先不说
          </Button>
          <PrimaryButton id="ask-again-send" busy={doubting.isBusy} onPress={() => doubting.send(text.current)}>
            {doubting.isBusy ? '正在送' : '请部室再看看'}
          </PrimaryButton>
        </>
      }
    >
      <RemarkField
        id="ask-again-text"
        label="为什么"
        initial={begun}
        placeholder="如：三会一课的记录在2号盒第6页"
        problem={doubting.problem}
        onInput={written => {
          text.current = written
          doubting.type(written)
        }}
      />
      <View className="note soft mt-2">最多200字。部室会维持原来的得分并说明，或者改过；答复在这里看。</View>
    </Drawer>
  )
}
