import { View } from '@tarojs/components'
import type { PostView } from '#shared/contract/identity-contract'
import { Card } from '../../components/card/card'
import { ListRow } from '../../components/list-row/list-row'
import { Page } from '../../components/page/page'
import { HomeFoot, HomeHead, type TypeSize } from './home-parts'
import { postKey, postWords } from './use-home'

interface ChoosePostProps {
  type: TypeSize
  posts: PostView[]
  onChoose: (post: PostView) => void
}

/** A person with several posts says for which they are here; the phone remembers it. */
export function ChoosePost({ type, posts, onChoose }: ChoosePostProps) {
  return (
    <Page id="home-choose" large={type.large}>
      <HomeHead title="您今天办哪一家的事？" note="选好后可以随时换" type={type} />
      <Card rows>
        {posts.map((post, place) => (
          <ListRow key={postKey(post)} id={`post-${place}`} arrow onPress={() => onChoose(post)}>
            {postWords(post)}
          </ListRow>
        ))}
      </Card>
      <View className="mt-2">
        <HomeFoot />
      </View>
    </Page>
  )
}
