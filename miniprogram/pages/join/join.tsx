import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Page } from '../../components/page/page'
import { TextField } from '../../components/text-field/text-field'
import { Joined } from './joined'
import { RehearsalForm } from './rehearsal-form'
import { useJoin } from './use-join'

/** A person with a post enters the county, by a code that somebody of the county gave them; anybody its 演练. */
export default function Join() {
  const { rehearsal } = useRouter().params
  return rehearsal ? <RehearsalForm /> : <InvitationForm />
}

function InvitationForm() {
  const { code, joined, begin, type, scan, join, isBusy, problem } = useJoin()
  if (joined) return <Joined posts={joined} onBegin={begin} />
  const bar = (
    <BottomBar>
      {scan ? (
        <Button id="scan-invitation" icon="scan" onPress={scan}>
          扫码
        </Button>
      ) : null}
      <PrimaryButton id="join-county" busy={isBusy} onPress={join}>
        加入
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page id="join" bar={bar}>
      <View className="mt-4">
        <Card>
          <View className="head">请填邀请码</View>
          <View className="soft mt-1">邀请码由考核办发给主席和部室，由本单位主席发给填报人。一个码只能用一次。</View>
          <View className="mt-3">
            <TextField
              key={code.key}
              id="invitation-code"
              label="邀请码"
              initial={code.text}
              maximum={32}
              problem={problem?.message ?? null}
              onInput={type}
            />
          </View>
        </Card>
      </View>
    </Page>
  )
}
