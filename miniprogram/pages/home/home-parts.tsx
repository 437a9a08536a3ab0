import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { signOut, useIdentity } from '../../backend/identity'
import { Button } from '../../components/button/button'
import { Icon, type IconName } from '../../components/icon/icon'
import { scanner } from '../../platform/scan-code'
import { session } from '../../platform/session'
import { scanSignIn } from '../sign-in/scan-sign-in'
import { openNotices } from './unread-card'

/** 大字 as it stands on this phone, and the switch for it. */
export interface TypeSize {
  large: boolean
  switchLarge: () => void
}

const go = (url: string) => () => Taro.navigateTo({ url })

/** Who is here, and 大字 in reach of everybody who needs it. */
export function HomeHead({ title, note, type }: { title: string; note: string; type: TypeSize }) {
  return (
    <View className="home-head">
      <View className="grow">
        <View className="head">{title}</View>
        <View className="row wrap note soft home-note">
          {note.split('　').map(part => (
            <Text key={part}>{part}</Text>
          ))}
        </View>
      </View>
      <Button id="large-type" short light onPress={type.switchLarge}>
        {type.large ? '小字' : '大字'}
      </Button>
    </View>
  )
}

interface Tile {
  id: string
  icon: IconName
  text: string
  url: string
}

/** Four places of equal weight. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <View className="tiles">
      {tiles.map(({ id, icon, text, url }) => (
        <View key={id} id={id} className="tile" hoverClass="pressed" onClick={go(url)}>
          <Icon name={icon} />
          <Text>{text}</Text>
        </View>
      ))}
    </View>
  )
}

/** What everybody may need and nobody is led to. */
export function HomeFoot({ onChangePost }: { onChangePost?: () => void }) {
  const { whoAmI } = useIdentity()
  return (
    <View className="home-foot">
      {scanner.available ? (
        <View id="scan-sign-in" className="link quiet" onClick={scanSignIn}>
          <Icon name="scan" size="small" />
          <Text>扫码登录电脑</Text>
        </View>
      ) : null}
      {onChangePost ? (
        <View id="change-post" className="link quiet" onClick={onChangePost}>
          <Icon name="people" size="small" />
          <Text>换职务</Text>
        </View>
      ) : null}
      {whoAmI?.member ? (
        <View id="notices-way" className="link quiet" onClick={openNotices}>
          <Icon name="bell" size="small" />
          <Text>通知</Text>
        </View>
      ) : null}
      {session.signsIn === 'by-wechat' && !whoAmI?.cycle?.rehearsal ? (
        <View id="to-rehearsal" className="link quiet" onClick={go('/pages/join/join?rehearsal=1')}>
          演练
        </View>
      ) : null}
      <View id="complaints" className="link quiet" onClick={go('/pages/complaints/complaints')}>
        <Text>投诉建议</Text>
        <Icon name="next" size="small" />
      </View>
      {session.signsIn === 'by-code' && session.token() !== null ? (
        <View id="sign-out" className="link quiet" onClick={signOut}>
          退出
        </View>
      ) : null}
    </View>
  )
}
