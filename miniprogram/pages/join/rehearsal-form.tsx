import { View } from '@tarojs/components'
import { Answers } from '../../components/answers/answers'
import { audienceAnswers } from '../../components/answers/audience-answers'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Page } from '../../components/page/page'
import { TextField } from '../../components/text-field/text-field'
import { useRehearsal } from './use-rehearsal'

/** Into the 演练 with the public code: a unit of one's own to try everything on. */
export function RehearsalForm() {
  const { audience, choose, type, join, isBusy, problem } = useRehearsal()
  const bar = (
    <BottomBar>
      <PrimaryButton id="join-rehearsal" busy={isBusy} onPress={join}>
        开始演练
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page id="join" bar={bar}>
      <View className="mt-4">
        <Card>
          <View className="head">先练一练</View>
          <View className="soft mt-1">
            给您一个演练单位，填报、拍照都能试，一项都不算数。有职务的，退出演练就回到原来的单位。
          </View>
          <View className="mt-3">
            <TextField
              id="rehearsal-code"
              label="演练码"
              initial=""
              maximum={32}
              problem={problem?.message ?? null}
              onInput={type}
            />
          </View>
          <View className="mt-3">
            <Answers
              name="用哪一份评分细则"
              id="rehearse"
              answers={audienceAnswers}
              chosen={audience}
              onChoose={choose}
            />
          </View>
        </Card>
      </View>
    </Page>
  )
}
