import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { WhoAmI } from '#shared/contract/identity-contract'
import { printWeekday } from '#shared/cycle/beijing-time'
import { phaseNames } from '#shared/cycle/cycle'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { Page } from '../../components/page/page'
import { scanner } from '../../platform/scan-code'
import { HomeFoot, HomeHead, type TypeSize } from './home-parts'
import { UnreadCard } from './unread-card'
import { VisitCard } from './visit-card'

interface OfficeHomeProps {
  type: TypeSize
  whoAmI: WhoAmI | null
  onChangePost?: () => void
}

const go = (url: string) => () => Taro.navigateTo({ url })

/** The office and leaders on a phone: the board is one tap away; the work itself is done on a PC. */
export function OfficeHome({ type, whoAmI, onChangePost }: OfficeHomeProps) {
  const cycle = whoAmI?.cycle
  const bar = (
    <BottomBar>
      <PrimaryButton id="go-board" onPress={go('/office/board/board')}>
        看今日情况
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page id="home-office" bar={bar} large={type.large}>
      <HomeHead title={whoAmI?.countyName ?? '考核办'} note={whoAmI?.member?.name ?? ''} type={type} />
      <Card>
        <View className="lead firm">{cycle ? phaseNames[cycle.phase] : '现在没有进行中的考核'}</View>
        {cycle ? (
          <View className="between mt-2">
            <View>报送截止</View>
            <View className="soft">{printWeekday(cycle.selfDeadline)}</View>
          </View>
        ) : null}
        <View className="mt-2 soft">
          录分、代录和打印请在电脑上办：电脑打开本系统，用{scanner.available ? '这里' : '小程序首页'}
          的「扫码登录电脑」进。
        </View>
      </Card>
      <UnreadCard />
      <VisitCard />
      <Card rows>
        {cycle ? (
          <ListRow id="tile-unreached" before={<Icon name="call" />} arrow onPress={go('/office/unreached/unreached')}>
            没通知到的人
          </ListRow>
        ) : null}
        <ListRow id="tile-rubric" before={<Icon name="book" />} arrow onPress={go('/pages/rubric/rubric')}>
          评分细则
        </ListRow>
      </Card>
      <View className="mt-2">
        <HomeFoot onChangePost={onChangePost} />
      </View>
    </Page>
  )
}
