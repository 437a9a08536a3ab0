import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import './tick-box.css'

/** A box to tick; round where only one of several can be chosen. The row around it takes the finger. */
export function TickBox({ on, round }: { on: boolean; round?: boolean }) {
  return (
    <View className={`tick-box${round ? ' round' : ''}${on ? ' on' : ''}`}>
      {on ? <Icon name="check" size="tiny" /> : null}
    </View>
  )
}
