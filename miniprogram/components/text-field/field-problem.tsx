import { View } from '@tarojs/components'

/** What is wrong with a field. Always in its place, so that showing it draws nothing anew but its words. */
export function FieldProblem({ text }: { text: string | null | undefined }) {
  return <View className={text ? 'field-problem' : 'field-problem gone'}>{text ?? ''}</View>
}
