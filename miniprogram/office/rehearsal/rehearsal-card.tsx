import { Text, View } from '@tarojs/components'
import { Button } from '../../components/button/button'
import { useRehearsal } from './use-rehearsal'

/** 演练: a code for training and for the platform's reviewers; what is done with it is in no list. */
export function RehearsalCard() {
  const { rehearsal, problem, open, renew, close } = useRehearsal()
  return (
    <View id="rehearsal-card" className="card">
      <View className="head">演练</View>
      <View className="soft mt-1">
        给填报人培训、给平台审核人员试用。凭演练码进来，每人一个演练单位，不进名单，不算分数，每一屏都标着「演练」。
      </View>
      {rehearsal?.code ? (
        <View className="between wrap mt-3">
          <View>
            <View className="note soft">演练码</View>
            <Text id="rehearsal-code" className="lead firm">
              {rehearsal.code}
            </Text>
            <View className="note soft">{`现在${rehearsal.people}人在练`}</View>
          </View>
          <View className="row gap-2">
            <Button id="rehearsal-renew" short light onPress={renew}>
              换一个码
            </Button>
            <Button id="rehearsal-close" short light onPress={close}>
              结束演练
            </Button>
          </View>
        </View>
      ) : null}
      {rehearsal && !rehearsal.code ? (
        <View className="row mt-3">
          <Button id="rehearsal-open" short light onPress={open}>
            开始演练
          </Button>
        </View>
      ) : null}
      {problem ? <View className="note asked mt-2">{problem.message}</View> : null}
    </View>
  )
}
