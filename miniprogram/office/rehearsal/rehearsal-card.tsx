import { Text, View } from '@tarojs/components'
import type { Rehearsal } from '#shared/contract/cycle-contract'
import { placesPerUnit } from '#shared/cycle/rehearsal'
import { Button } from '../../components/button/button'
import { useRehearsal } from './use-rehearsal'

/** 演练: a code for training and for the platform's reviewers; what is done with it is in no list. */
export function RehearsalCard() {
  const { rehearsal, problem, open, renew, close, clear } = useRehearsal()
  const mayClear = rehearsal && rehearsal.places.taken > 0 && !rehearsal.isClearing
  return (
    <View id="rehearsal-card" className="card">
      <View className="head">演练</View>
      <View className="soft mt-1">
        给填报人培训、给平台审核人员试用。凭演练码进来，每人一个演练单位，不进名单，不算分数，每一屏都标着「演练」。
      </View>
      {rehearsal?.code ? (
        <View className="mt-3">
          <View className="note soft">演练码</View>
          <Text id="rehearsal-code" className="lead firm">
            {rehearsal.code}
          </Text>
        </View>
      ) : null}
      {rehearsal?.isClearing ? (
        <View className="mt-3">正在清除旧的演练，一般十分钟内清完，清完可以重新开始。</View>
      ) : null}
      {rehearsal && !rehearsal.isClearing ? (
        <View id="rehearsal-places" className="note soft mt-1">
          {placesInWords(rehearsal)}
        </View>
      ) : null}
      <View className="row wrap gap-2 mt-3">
        {rehearsal?.code ? (
          <>
            <Button id="rehearsal-renew" short light onPress={renew}>
              换一个码
            </Button>
            <Button id="rehearsal-close" short light onPress={close}>
              结束演练
            </Button>
          </>
        ) : null}
        {rehearsal && !rehearsal.code && !rehearsal.isClearing ? (
          <Button id="rehearsal-open" short light onPress={open}>
            开始演练
          </Button>
        ) : null}
        {mayClear ? (
          <Button id="rehearsal-clear" short light onPress={clear}>
            清除演练
          </Button>
        ) : null}
      </View>
      {problem ? <View className="note asked mt-2">{problem.message}</View> : null}
    </View>
  )
}

/** 现在3人在练，用了12个名额。一共300个名额：60个单位，每个单位5个。 */
function placesInWords({ people, places: { taken, all, units } }: Rehearsal): string {
  const used = taken > 0 ? `现在${people}人在练，用了${taken}个名额。` : ''
  return `${used}一共${all}个名额：${units}个单位，每个单位${placesPerUnit}个。`
}
