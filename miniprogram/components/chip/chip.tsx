import { View } from '@tarojs/components'
import './chip.css'

interface ChipProps {
  id?: string
  chosen: boolean
  children: string
  /** A second line: the score that this chip yields. */
  below?: string
  /** As wide as its words, in a row that wraps. */
  worded?: boolean
  /** Takes the room of two. */
  double?: boolean
  onPress?: () => void
}

/** One of a few answers, chosen by one touch. Chosen is ink with white. */
export function Chip({ id, chosen, children, below, worded, double, onPress }: ChipProps) {
  const width = worded ? ' worded' : double ? ' double' : ''
  return (
    <View id={id} className={`chip${width}${chosen ? ' chosen' : ''}`} onClick={onPress}>
      <View>{children}</View>
      {below === undefined ? null : <View>{below}</View>}
    </View>
  )
}
