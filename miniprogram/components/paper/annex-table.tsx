import { View } from '@tarojs/components'
import type { FormTable } from '#shared/results/form-table'
import { headingLines } from '#shared/results/narrow-lines'
import { AnnexCategory } from './annex-category'
import { SignatureLine } from './signature-line'
import './annex-table.css'

interface AnnexTableProps {
  table: FormTable
  /** The unit's papers carry the line where the chair signs and stamps. */
  signed?: boolean
}

/** 空表, 自评表 or 评分表 as the source prints an annex: six columns, the cells of 项目 and 考核责任部室 merged. */
export function AnnexTable({ table, signed }: AnnexTableProps) {
  return (
    <View>
      <View className="paper-annex">{table.annex}</View>
      <View className="paper-title">{table.title}</View>
      <View className="paper-audience">（{table.audienceAsWritten}）</View>
      <View className="paper-whose">
        <View>单位：{table.unitName || '　'.repeat(14)}</View>
        <View>{table.year}</View>
      </View>
      <View className="form-table">
        <View className="form-group repeated">
          <View className="form-row">
            <View className="form-cell">
              <View className="form-grid form-heading">
                {table.columns.map((column, place) => (
                  <View key={column} className={place === 1 ? 'form-spaced' : ''}>
                    {headingLines(column).join('\n')}
                  </View>
                ))}
              </View>
            </View>
          </View>
        </View>
        <View className="form-group">
          {table.categories.map(category => (
            <AnnexCategory key={category.name} category={category} />
          ))}
          <View className="form-row">
            <View className="form-cell">
              <View className="form-grid form-total">
                <View className="form-total-name">合计（{table.maximum}分）</View>
                <View id="paper-self-total">{table.selfTotal}</View>
                <View id="paper-score-total">{table.scoreTotal}</View>
                <View />
              </View>
            </View>
          </View>
        </View>
      </View>
      {table.note ? <View className="form-note">{table.note}</View> : null}
      {signed ? <SignatureLine /> : null}
      {table.landings.map(landing => (
        <View key={landing} className="form-landing">
          {landing}
        </View>
      ))}
    </View>
  )
}
