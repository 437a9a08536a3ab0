import { View } from '@tarojs/components'
import type { MaterialsList } from '#shared/results/form-table'

const heads = ['第几项', '考评内容', '资料名称', '文号', '日期', '原件在', '照片'] as const

/** 资料目录: item by item what proves it and where the original is. */
export function MaterialsTable({ list }: { list: MaterialsList }) {
  return (
    <View>
      <View className="paper-title">{list.title}</View>
      <View className="paper-whose">
        <View>单位：{list.unitName}</View>
        <View>{list.year}</View>
      </View>
      <View className="paper-table">
        <View className="paper-line paper-heads">
          {heads.map((head, place) => (
            <View key={head} className={`paper-cell ${widths[place]}`}>
              {head}
            </View>
          ))}
        </View>
        {list.rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed rows have no identity of their own and never move
          <View key={place} className="paper-line">
            <View className="paper-cell figure middle">{row.number}</View>
            <View className="paper-cell basis">{row.shortName}</View>
            <View className="paper-cell wide">{row.name}</View>
            <View className="paper-cell basis">{row.documentNumber}</View>
            <View className="paper-cell department">{row.date}</View>
            <View className="paper-cell basis">{row.whereabouts}</View>
            <View className="paper-cell figure middle">{row.files}</View>
          </View>
        ))}
      </View>
    </View>
  )
}

const widths = ['figure', 'basis', 'wide', 'basis', 'department', 'basis', 'figure']
