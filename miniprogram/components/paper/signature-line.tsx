import { View } from '@tarojs/components'
import './annex-table.css'

/** Where the unit's chair signs and stamps. */
export function SignatureLine() {
  return (
    <View className="form-landing form-signature">
      <View>工会主席（签字）：</View>
      <View>（工会盖章）</View>
      <View>　　年　　月　　日</View>
    </View>
  )
}
