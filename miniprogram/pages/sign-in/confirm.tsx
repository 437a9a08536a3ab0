import { View } from '@tarojs/components'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Notice } from '../../components/notice/notice'
import { Page } from '../../components/page/page'
import { useConfirm } from './use-confirm'

/** On the phone: who signs in on the computer whose code was scanned. */
export default function Confirm() {
  const { name, county, step, problem, confirm, leave } = useConfirm()
  const isDone = step === 'done'
  const bar = isDone ? (
    <BottomBar>
      <PrimaryButton id="leave" onPress={leave}>
        好
      </PrimaryButton>
    </BottomBar>
  ) : (
    <BottomBar>
      <Button id="leave" onPress={leave}>
        不登录
      </Button>
      <PrimaryButton id="confirm-sign-in" busy={step === 'sending'} onPress={confirm}>
        登录这台电脑
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page id="confirm" bar={bar}>
      <View className="mt-4">
        <Card>
          <View className="note soft">{county}</View>
          <View id="confirm-name" className="lead firm mt-1">
            {name || '还不知道您是谁'}
          </View>
          <View className="mt-2">
            {isDone
              ? '电脑已经登录，请看电脑。用完请在电脑上点「退出」。'
              : '电脑上会用您的名字办事。不是您自己要登录的，请点「不登录」。'}
          </View>
        </Card>
      </View>
      {problem ? (
        <View className="mt-3">
          <Notice id="problem" kind="asked">
            {problem.message}
          </Notice>
        </View>
      ) : null}
    </Page>
  )
}
