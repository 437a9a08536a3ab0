import { Button as NativeButton, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon'
import './button.css'

interface ButtonProps {
  id?: string
  children: ReactNode
  /** `asked` belongs to 请补充, `quiet` has no frame. */
  kind?: 'plain' | 'asked' | 'quiet'
  icon?: IconName
  /** A finger high instead of the height of a bottom bar. */
  short?: boolean
  /** Takes the room that is left in its row. */
  wide?: boolean
  /** Set in the text's weight where a firm neighbour leads. */
  light?: boolean
  busy?: boolean
  disabled?: boolean
  onPress?: () => void
}

/** Anything that can be pressed beside the one red button. */
export function Button({ kind = 'plain', ...rest }: ButtonProps) {
  return <Pressable {...rest} look={kind === 'plain' ? '' : kind} />
}

/** The one red button of a screen: what comes next. While `busy` it says so and cannot be pressed again. */
export function PrimaryButton(props: Omit<ButtonProps, 'kind' | 'light'>) {
  return <Pressable {...props} wide={props.wide ?? true} look="primary" />
}

function Pressable({ id, children, look, icon, short, wide, light, busy, disabled, onPress }: PressableProps) {
  const classes = ['button', look, short && 'short', wide && 'wide', light && 'light', disabled && !busy && 'off']
  const idle = !busy && !disabled
  return (
    <NativeButton
      id={id}
      className={classes.filter(Boolean).join(' ')}
      hoverClass={idle ? 'button-pressed' : 'none'}
      disabled={!idle}
      onClick={idle ? onPress : undefined}
    >
      {busy ? <View className="button-busy" /> : null}
      {icon ? <Icon name={icon} /> : null}
      <Text>{children}</Text>
    </NativeButton>
  )
}

interface PressableProps extends Omit<ButtonProps, 'kind'> {
  look: string
}
