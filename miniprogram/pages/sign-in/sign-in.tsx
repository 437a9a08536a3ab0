import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Problem } from '#shared/errors/problems'
import { useIdentity } from '../../backend/identity'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { TopBar } from '../../components/top-bar/top-bar'
import { QrCode } from './qr-code'
import { useSignIn } from './use-sign-in'
import './sign-in.css'

const steps = [
  { title: '在手机微信里打开考核小程序', note: '用您平时填报、评分的那部手机' },
  { title: '点首页的「扫码登录电脑」，扫这个码', note: '请用小程序里的扫码，不用微信自己的扫一扫' },
  { title: '核对姓名，点「登录这台电脑」', note: '电脑自动进入，不用记密码；离开时点「退出」' },
]

const go = (url: string) => () => Taro.navigateTo({ url })

/** The computer's first page: a code that a phone confirms. */
export default function SignIn() {
  const { whoAmI } = useIdentity()
  const who = (
    <>
      <View id="read-rubric" className="link plain" onClick={go('/pages/rubric/rubric')}>
        评分细则
      </View>
      <View id="complaints" className="link plain" onClick={go('/pages/complaints/complaints')}>
        投诉建议
      </View>
    </>
  )
  return (
    <View id="sign-in" className="sign-in">
      <TopBar name={whoAmI?.countyName ?? '县总工会'} places={[]} here="" onGo={() => {}} who={who} />
      <View className="sign-in-main">
        <View>
          <View className="sign-in-title">{whoAmI?.cycle?.title ?? '工会工作目标考核'}</View>
          {whoAmI?.cycle ? <View className="soft mt-4">依据：{whoAmI.cycle.documentNumber}</View> : null}
          <View className="sign-in-steps">
            {steps.map(({ title, note }, place) => (
              <View key={title} className="sign-in-step">
                <View className="sign-in-number">{place + 1}</View>
                <View>
                  <View className="firm">{title}</View>
                  <View className="soft">{note}</View>
                </View>
              </View>
            ))}
          </View>
        </View>
        <CodeCard />
      </View>
      <View className="sign-in-foot">
        <Text>手机不方便的，可以交纸质表，由考核办代录。</Text>
        {whoAmI?.officePhone ? <Text>考核办电话　{whoAmI.officePhone}</Text> : null}
      </View>
    </View>
  )
}

/** Draws itself again every second, and nothing else with it. */
function CodeCard() {
  const { code, secondsLeft, problem, restart } = useSignIn()
  return (
    <View className="sign-in-card">
      <Card>
        <View className="sign-in-code">
          {code ? (
            <QrCode text={code} />
          ) : (
            <View className="qr qr-missing">{problem ? wordsOf(problem) : '正在取码'}</View>
          )}
          {code ? <View className="head mt-4">用小程序扫这个码</View> : null}
          {code ? (
            <View className="mt-1 soft">
              <Text id="sign-in-left" className="sign-in-left">
                {leftWords(secondsLeft)}
              </Text>{' '}
              后换一个
            </View>
          ) : null}
          {code && problem ? <View className="mt-1 asked">没连上县总，正在再试。</View> : null}
          {!code && problem ? (
            <View className="mt-3">
              <Button id="retry" short onPress={restart}>
                再试一次
              </Button>
            </View>
          ) : null}
        </View>
      </Card>
    </View>
  )
}

/** A computer keeps nothing for later: without the county there is only trying again. */
const wordsOf = ({ code, message }: Problem): string =>
  code === 'network.unreachable' ? '没连上县总，请看看网络再试。' : message

/** 1分48秒, 9秒 */
function leftWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes > 0 ? `${minutes}分${String(seconds % 60).padStart(2, '0')}秒` : `${seconds}秒`
}
