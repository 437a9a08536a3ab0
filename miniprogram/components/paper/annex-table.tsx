import { View } from '@tarojs/components'
import type { FormCategory, FormTable } from '#shared/results/form-table'
import './paper.css'

/** One annex as the source prints it: six columns, the cells of 项目 and 考核责任部室 merged. */
export function AnnexTable({ table }: { table: FormTable }) {
  return (
    <View>
      <View className="paper-annex">{table.annex}</View>
      <View className="paper-title">{table.title}</View>
      <View className="paper-audience">（{table.audienceAsWritten}）</View>
      <View className="paper-whose">
        <View>单位：{table.unitName}</View>
        <View>{table.year}</View>
      </View>
      <View className="paper-table">
        <Heads columns={table.columns} />
        {table.categories.map(category => (
          <CategoryRows key={category.name} category={category} />
        ))}
        <View className="paper-line">
          <View className="paper-cell wide">合计（{table.maximum}分）</View>
          <View className="paper-cell figure middle">{table.selfTotal}</View>
          <View className="paper-cell figure middle">{table.scoreTotal}</View>
          <View className="paper-cell department" />
        </View>
      </View>
      {table.landings.map(landing => (
        <View key={landing} className="paper-landings">
          {landing}
        </View>
      ))}
    </View>
  )
}

const widths = ['narrow', 'wide', 'basis', 'figure', 'figure', 'department']

function Heads({ columns }: { columns: FormTable['columns'] }) {
  return (
    <View className="paper-line paper-heads">
      {columns.map((head, place) => (
        <View key={head} className={`paper-cell ${widths[place]}`}>
          {head}
        </View>
      ))}
    </View>
  )
}

function CategoryRows({ category }: { category: FormCategory }) {
  return (
    <View className="paper-line">
      <View className="paper-cell narrow middle">
        {category.name}
        {category.points}
      </View>
      <View className="grow">
        {category.rows.map(row => (
          <View key={row.itemId} className="paper-line">
            <View className="paper-cell wide">{row.content}</View>
            <View className="paper-cell basis">{row.basis}</View>
            <View className="paper-cell figure middle">{row.self}</View>
            <View className="paper-cell figure middle">{row.score}</View>
          </View>
        ))}
      </View>
      <View className="paper-cell department middle">{category.departments.join('、')}</View>
    </View>
  )
}
