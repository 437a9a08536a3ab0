import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { WhoAmI } from '#shared/contract/identity-contract'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { Page } from '../../components/page/page'
import { HomeFoot, HomeHead, type TypeSize } from './home-parts'

const go = (url: string) => () => Taro.navigateTo({ url })

/** Somebody without a post: may read the rubric, and joins with a code that a person of the county gave them. */
export function StrangerHome({ type, whoAmI }: { type: TypeSize; whoAmI: WhoAmI | null }) {
  const bar = (
    <BottomBar>
      <PrimaryButton id="join" onPress={go('/pages/join/join')}>
        用邀请码加入
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page id="home-stranger" large={type.large} bar={bar}>
      <HomeHead title={whoAmI?.countyName ?? '工会目标考核'} note={whoAmI?.cycle?.title ?? '县总工会'} type={type} />
      <Card>
        <View className="lead firm">您还没有加入考核</View>
        <View className="mt-2">用考核办或本单位主席给的邀请码加入。不加入也能看评分细则。</View>
        {whoAmI?.officePhone ? <View className="mt-2 soft">考核办电话 {whoAmI.officePhone}</View> : null}
      </Card>
      <Card rows>
        <ListRow id="read-rubric" before={<Icon name="book" />} arrow onPress={go('/pages/rubric/rubric')}>
          评分细则
        </ListRow>
      </Card>
      <View className="mt-2">
        <HomeFoot />
      </View>
    </Page>
  )
}
