import { View } from '@tarojs/components'
import type { PostView } from '#shared/contract/identity-contract'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { ConsentCard } from '../../components/consent-card/consent-card'
import { Icon } from '../../components/icon/icon'
import { Page } from '../../components/page/page'
import { postKey, postWords } from '../home/use-home'

/** In: as whom, and a reminder offered once, before the work begins. */
export function Joined({ posts, onBegin }: { posts: readonly PostView[]; onBegin: () => void }) {
  const bar = (
    <BottomBar>
      <PrimaryButton id="begin" onPress={onBegin}>
        开始
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page id="joined" bar={bar}>
      <View className="mt-4">
        <Card>
          <View className="row gap-2 done">
            <Icon name="received" />
            <View className="lead firm">加入好了</View>
          </View>
          {posts.map(post => (
            <View key={postKey(post)} className="mt-1">
              {postWords(post)}
            </View>
          ))}
        </Card>
        {posts.some(post => 'unitId' in post) ? (
          <ConsentCard when="快到报送截止、部室请补充、得分可以看时" />
        ) : posts.some(post => 'departmentId' in post) ? (
          <ConsentCard when="各单位都报送了" templates={['progress']} />
        ) : posts.some(({ role }) => role === 'office') ? (
          <ConsentCard when="有单位没通知到时" templates={['progress']} />
        ) : null}
      </View>
    </Page>
  )
}
