import { View } from '@tarojs/components'
import type { MaterialsList } from '#shared/results/form-table'
import { SignatureLine } from './signature-line'
import './annex-table.css'

const headings = ['项', '考评内容', '资料名称', '文号', '日期', '原件在哪里', '页数']

/** 资料目录 as it is printed: what lies in the unit's folder, item by item. */
export function MaterialsTable({ list }: { list: MaterialsList }) {
  return (
    <View>
      <View className="paper-title">{list.title}</View>
      <View className="paper-whose">
        <View>单位：{list.unitName}</View>
        <View>{list.year}</View>
      </View>
      <View className="form-table">
        <View className="form-group repeated">
          <View className="form-row">
            <View className="form-cell">
              <View className="form-grid materials form-heading">
                {headings.map(heading => (
                  <View key={heading}>{heading}</View>
                ))}
              </View>
            </View>
          </View>
        </View>
        <View className="form-group">
          {list.rows.map((row, index) => {
            const isFirst = list.rows[index - 1]?.number !== row.number || row.number === null
            return (
              <View key={`${row.number}-${row.name}-${row.whereabouts}`} className="form-row">
                <View className="form-cell">
                  <View className={isFirst ? 'form-grid materials' : 'form-grid materials continued'}>
                    <View>{isFirst ? row.number : ''}</View>
                    <View className="form-words">{isFirst ? row.shortName : ''}</View>
                    <View className="form-words">{row.name}</View>
                    <View className="form-words">{row.documentNumber}</View>
                    <View>{row.date}</View>
                    <View className="form-words">{row.whereabouts}</View>
                    <View>{row.files}</View>
                  </View>
                </View>
              </View>
            )
          })}
        </View>
      </View>
      <SignatureLine />
    </View>
  )
}
