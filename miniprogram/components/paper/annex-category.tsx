import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { FormCategory } from '#shared/results/form-table'
import { categoryLines, departmentLines } from '#shared/results/narrow-lines'

/** One 项目 with its items; its first and last cell are merged over all of them. */
export function AnnexCategory({ category }: { category: FormCategory }) {
  const { name, points, departments, rows } = category
  const merged = { gridRowEnd: `span ${rows.length}` }
  return (
    <View className="form-row">
      <View className="form-cell">
        <View className="form-grid">
          <View className="form-narrow" style={merged}>
            {[...categoryLines(name), points].join('\n')}
          </View>
          {rows.map((row, index) => (
            <Fragment key={row.itemId}>
              <View className="form-words">{row.content}</View>
              <View className="form-words">{row.basis}</View>
              <View>{row.self}</View>
              <View id={`paper-score-${row.itemId}`}>{row.score}</View>
              {index === 0 ? (
                <View className="form-narrow" style={merged}>
                  {departments.flatMap(department => departmentLines(department)).join('\n')}
                </View>
              ) : null}
            </Fragment>
          ))}
        </View>
      </View>
    </View>
  )
}
