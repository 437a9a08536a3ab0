import { Text, View } from '@tarojs/components'
import { Icon } from '../icon/icon'

/** How far one department is with one unit: 0/5 没评, 2/5 评了几项, 定分. Empty where there is nothing to score. */
export function DepartmentCell({ progress }: { progress: { items: number; decided: number } | undefined }) {
  if (!progress || progress.items === 0) return <View />
  const { items, decided } = progress
  if (decided === items)
    return (
      <View className="row gap-1 done">
        <Icon name="reviewed" size="small" />
        <Text>定分</Text>
      </View>
    )
  return (
    <View className="row gap-1">
      <Icon name={decided === 0 ? 'not-started' : 'filling'} size="small" />
      <Text>
        {decided}/{items}
      </Text>
    </View>
  )
}
