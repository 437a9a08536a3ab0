import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '../icon/icon'
import './mark.css'

interface MarkProps {
  /** The word alone carries the meaning; the kind only underlines it. Left out: a plain frame. */
  kind?: 'asked' | 'done' | 'late' | 'solid'
  icon?: IconName
  children: string
}

/** A state as a word in a box: 请补充, 定分, 逾期报送, 代录. */
export function Mark({ kind, icon, children }: MarkProps) {
  return (
    <View className={kind ? `mark ${kind}` : 'mark'}>
      {icon ? <Icon name={icon} size="tiny" /> : null}
      <Text>{children}</Text>
    </View>
  )
}
