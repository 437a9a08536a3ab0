import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { printWeekday } from '#shared/cycle/beijing-time'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { ConsentCard } from '../../components/consent-card/consent-card'
import { Notice } from '../../components/notice/notice'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { formAddress, itemAddress } from '../own/addresses'
import { SendBackButton } from '../own/send-back'
import { UnitPage } from '../own/unit-page'
import type { OpenSheet } from '../own/use-own-sheet'
import { filledWords, numbersOf } from '../own/words'
import { Handed } from './handed'
import { SubmitChecks, WithoutMaterial } from './submit-checks'
import { handingOf, useSubmit } from './use-submit'

/** 检查与报送: what is complete, what is not and does not matter, what can still be changed afterwards. */
export default function SubmitPage() {
  const submit = useSubmit()
  const { own } = submit
  return (
    <UnitPage id="submit" own={own} bar={open => <SubmitBar open={open} submit={submit} />}>
      {open => (open.sheet.submission ? <Handed open={open} /> : <Check open={open} submit={submit} />)}
    </UnitPage>
  )
}

interface PartProps {
  open: OpenSheet
  submit: ReturnType<typeof useSubmit>
}

function Check({ open, submit }: PartProps) {
  const { picture, sheet } = open
  const { filled, unfilled, withoutMaterial } = picture.missing
  const isWithChair = sheet.stage === 'awaiting-chair' && !sheet.abilities['assessment.submit']
  return (
    <>
      <Card id="submit-total">
        <View className="lead firm">
          {isWithChair ? '已送主席审核，等主席报送' : filledWords(filled.length, unfilled.length)}
        </View>
        {unfilled.length > 0 ? <View>没填：{numbersOf(unfilled)}项</View> : null}
        {sheet.extended ? (
          <View id="submit-extended" className="note soft">
            县总展期到{printWeekday(sheet.selfDueAt)}
          </View>
        ) : null}
        <View className="between base mt-1">
          <View>自评合计</View>
          <ScoreFigure id="submit-self-total" score={picture.total} maximum={picture.maximum} size="large" />
        </View>
      </Card>
      {isWithChair ? <ConsentCard when="主席报送了、部室请补充、快到截止时" /> : null}
      {submit.wrong ? (
        <Notice id="submit-wrong" kind="asked" title="还没有报送">
          <View className="mt-1">{submit.wrong}</View>
        </Notice>
      ) : null}
      <SubmitChecks open={open} waiting={submit.waiting} />
      {withoutMaterial.length > 0 ? <WithoutMaterial items={withoutMaterial} /> : null}
      <Notice kind="calm">报送后还能补交资料，分数不能再改。部室打开前可以撤回。</Notice>
    </>
  )
}

function SubmitBar({ open, submit }: PartProps) {
  const handing = handingOf(open)
  const { abilities } = open.sheet
  const [first] = open.picture.missing.unfilled
  if (handing === 'nothing') {
    if (!open.sheet.submission) return null
    return (
      <BottomBar>
        <Button id="see-form" wide icon="printer" onPress={() => Taro.navigateTo({ url: formAddress() })}>
          看自评表
        </Button>
      </BottomBar>
    )
  }
  if (handing === 'fill' && first)
    return (
      <BottomBar>
        <PrimaryButton id="fill-first" onPress={() => Taro.redirectTo({ url: itemAddress(first.id) })}>
          去填第{first.number}项
        </PrimaryButton>
      </BottomBar>
    )
  const way = handing === 'submit' ? 'submit' : 'send-to-chair'
  const words = way === 'submit' ? '报送' : '送主席审核'
  return (
    <BottomBar>
      {abilities['assessment.send-back'] ? <SendBackButton open={open} onSentBack={() => Taro.navigateBack()} /> : null}
      <PrimaryButton id="submit-confirm" busy={submit.isBusy} onPress={() => submit.hand(way)}>
        {submit.isBusy ? `正在${words}` : words}
      </PrimaryButton>
    </BottomBar>
  )
}
