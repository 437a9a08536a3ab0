import { View } from '@tarojs/components'
import './icon.css'

/** Every drawing of the county's screens; each is a class of `icon.css`. */
export type IconName =
  | 'check'
  | 'received'
  | 'up'
  | 'uploading'
  | 'phone'
  | 'no-signal'
  | 'look'
  | 'back'
  | 'next'
  | 'down'
  | 'camera'
  | 'folder'
  | 'list'
  | 'printer'
  | 'book'
  | 'microphone'
  | 'plus'
  | 'return'
  | 'clock'
  | 'people'
  | 'call'
  | 'paper'
  | 'download'
  | 'place'
  | 'box'
  | 'pencil'
  | 'lock'
  | 'scan'
  | 'bell'
  | 'copy'
  | 'search'
  | 'not-started'
  | 'submitted'
  | 'checked'
  | 'filling'
  | 'reviewed'

interface IconProps {
  name: IconName
  /** 24 px as drawn; 20 beside a note, 16 inside a mark. */
  size?: 'small' | 'tiny'
}

/** A drawing in the colour of the text around it. It never stands alone: a word beside it says the same. */
export function Icon({ name, size }: IconProps) {
  return <View className={`icon icon-${name}${size ? ` ${size}` : ''}`} />
}
