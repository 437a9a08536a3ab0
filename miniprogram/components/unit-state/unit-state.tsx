import { Text, View } from '@tarojs/components'
import { type UnitState as State, unitStateNames } from '#shared/assessment/unit-state'
import { Icon, type IconName } from '../icon/icon'

const icons: Record<State, IconName> = {
  'not-started': 'not-started',
  filling: 'filling',
  'awaiting-chair': 'people',
  submitted: 'submitted',
  supplementing: 'return',
  reviewed: 'reviewed',
  checked: 'checked',
}

/** One of the seven states of a unit: shape, then word; colour only where somebody is waited for. */
export function UnitState({ state }: { state: State }) {
  return (
    <View className={state === 'supplementing' ? 'row gap-2 nowrap asked' : 'row gap-2 nowrap'}>
      <Icon name={icons[state]} size="small" />
      <Text>{unitStateNames[state]}</Text>
    </View>
  )
}
