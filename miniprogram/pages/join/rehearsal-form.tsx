import { View } from '@tarojs/components'
import type { Audience } from '#shared/rubric/rubric'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Chip } from '../../components/chip/chip'
import { Page } from '../../components/page/page'
import { TextField } from '../../components/text-field/text-field'
import { useRehearsal } from './use-rehearsal'

const kinds: { audience: Audience; name: string }[] = [
  { audience: 'township', name: '开发区、乡镇' },
  { audience: 'system', name: '系统' },
  { audience: 'party-government', name: '党群、政府、政法系统' },
  { audience: 'enterprise', name: '直属企业' },
]

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
          <View className="note soft mt-3">用哪一份评分细则</View>
          <View className="chips wrap mt-1">
            {kinds.map(kind => (
              <Chip
                key={kind.audience}
                id={`rehearse-${kind.audience}`}
                worded
                chosen={audience === kind.audience}
                onPress={() => choose(kind.audience)}
              >
                {kind.name}
              </Chip>
            ))}
          </View>
        </Card>
      </View>
    </Page>
  )
}
