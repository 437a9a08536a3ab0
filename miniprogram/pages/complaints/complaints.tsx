import { View } from '@tarojs/components'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Page } from '../../components/page/page'
import { ComplaintForm } from './complaint-form'
import { useComplaints } from './use-complaints'

/** 投诉建议: written here, by telephone or on paper. */
export default function Complaints() {
  const { status, county, phone, call, problem, canWrite } = useComplaints()
  const bar = call ? (
    <BottomBar>
      <PrimaryButton id="call-office" icon="call" onPress={call}>
        打电话给考核办
      </PrimaryButton>
    </BottomBar>
  ) : undefined
  return (
    <Page id="complaints" bar={bar}>
      <View className="mt-4">
        <Card>
          <View className="head">有意见、有建议，请找考核办</View>
          <View className="mt-2">对考核的办法、评分、程序有意见，或者小程序不好用，都可以说。</View>
          <View className="rule" />
          <View className="note soft">{county}考核办电话</View>
          <View id="office-phone" className={phone ? 'lead firm' : 'soft'}>
            {phone ?? (status === 'loading' ? '正在查' : (problem?.message ?? '还没有登记电话，请直接到县总工会。'))}
          </View>
        </Card>
      </View>
      {canWrite ? <ComplaintForm /> : null}
      <View className="mt-3">
        <Card>
          <View className="firm">怎么说</View>
          <View className="mt-1">打电话，或者把书面意见送到、寄到县总工会考核办。</View>
          <View className="mt-1">对某一项得分有疑问的，请说明单位、第几项和理由。</View>
          <View className="mt-1">手机不方便的，可以交纸质表，由考核办代录，和在手机上填一样算数。</View>
        </Card>
      </View>
    </Page>
  )
}
