import { View } from '@tarojs/components'
import { heldWords } from '#shared/content/written'

interface HeldLineProps {
  id?: string
  held: boolean | undefined
  /** What stands beside it: who reads 「暂不显示」 there needs no further word. */
  words: string
}

/** Said beside one's own words that others cannot read for the time being. Nothing where they can. */
export function HeldLine({ id = 'held-words', held, words }: HeldLineProps) {
  if (!held || words.includes(heldWords)) return null
  return (
    <View id={id} className="note asked mt-1">
      别人暂时看不到这段文字；没有删。请改一下，或等考核办看过。
    </View>
  )
}
