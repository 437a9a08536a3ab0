import { View } from '@tarojs/components'
import type { ShownPage } from './use-material-pictures'

/** What WeChat thinks risky: said to its owner, with what happens to it. Nothing where there is none. */
export function HiddenPages({ pages }: { pages: readonly ShownPage[] }) {
  const hidden = pages.filter(page => page.isHidden).length
  if (hidden === 0) return null
  return (
    <View id="hidden-pages" className="note asked">
      有{hidden}页微信认为内容不妥，部室暂时看不到；没有删。请换一张，或等考核办看过。
    </View>
  )
}
