import { View } from '@tarojs/components'
import type { ShownMaterial } from '../../outbox/overlay'

/** Materials whose name, 文号 or place others cannot read for the time being, by what the unit itself calls them. */
export function HeldMaterials({ materials }: { materials: readonly ShownMaterial[] }) {
  const names = materials.filter(({ held }) => held).map(({ name }) => `「${name}」`)
  if (names.length === 0) return null
  return (
    <View id="held-materials" className="note asked">
      {names.join('')}写的文字，别人暂时看不到；没有删。请改一下，或等考核办看过。
    </View>
  )
}
